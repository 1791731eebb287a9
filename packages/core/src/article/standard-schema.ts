/**
 * A validator that libraries such as Zod, Valibot and ArkType give, by the interface that they share:
 * Standard Schema 1 (https://standardschema.dev), of which this is the part that is used here.
 */
export type StandardSchema<Input = unknown, Output = Input> = {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (value: unknown) => SchemaResult<Output> | Promise<SchemaResult<Output>>;
    /** What it takes and gives, for the compiler alone. */
    readonly types?: { readonly input: Input; readonly output: Output } | undefined;
  };
};

/** What a validator says of a value. */
export type SchemaResult<Output> =
  | { readonly value: Output; readonly issues?: undefined }
  | { readonly issues: readonly SchemaIssue[] };

/** Something that a validator finds amiss, and where: the names and numbers that lead there. */
export type SchemaIssue = {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
};
