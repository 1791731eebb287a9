// What other projects mount in their own Hono application. The program itself begins in main.ts.

export { createApp, type AppOptions } from "./app.ts";
