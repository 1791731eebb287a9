import { type SettingSchema, settingForms } from "../src/source/setting-forms.ts";

/** The JSON Schema of `broadsheet.json`, for editors. */
export function settingsSchema(): SettingSchema {
  const properties = Object.entries(settingForms).map(
    ([key, { schema }]) => [key, schema] as const,
  );
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "Settings of a Broadsheet archive",
    type: "object",
    additionalProperties: false,
    properties: { $schema: { type: "string" }, ...Object.fromEntries(properties) },
  };
}
