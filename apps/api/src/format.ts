/** A form in which an address can answer. */
export type Format = {
  /** What stands behind the address, after a dot, to ask for it: `json`, `feed.json`. */
  readonly suffix: string;
  /** What an `Accept` header names. */
  readonly mediaType: string;
  /** The media type with its parameters, as answers say it. */
  readonly contentType: string;
  /** The name of the schema, for forms of JSON that we describe ourselves. */
  readonly schema?: string;
};

/** JSON of ours, by the name of its schema. */
export function json(schema: string): Format {
  return {
    suffix: "json",
    mediaType: "application/json",
    contentType: "application/json",
    schema,
  };
}
