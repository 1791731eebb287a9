// Asks an archive over HTTP. It reads no file and needs nothing of Node.

export { createClient, type Client, type ClientOptions } from "./client.ts";
export type { ListParameters } from "./list-parameters.ts";
export { RequestError, type FailureJson } from "./request-error.ts";
