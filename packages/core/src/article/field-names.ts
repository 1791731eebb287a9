/** The fields of an article that front matter may give. */
export type ModelField =
  | "code"
  | "headline"
  | "description"
  | "section"
  | "keywords"
  | "inLanguage"
  | "datePublished"
  | "dateCreated"
  | "dateModified"
  | "author"
  | "image"
  | "originUrl"
  | "draft"
  | "published"
  | "status";

/** What each field is called in front matter, best first; without regard to case, spaces, hyphens and underscores. */
const aliases: readonly (readonly [field: ModelField, names: string])[] = [
  ["code", "code"],
  ["headline", "title headline"],
  ["description", "description summary excerpt subtitle standfirst teaser abstract deck"],
  ["section", "category section categories"],
  ["keywords", "tags keywords tag"],
  ["inLanguage", "language lang locale inlanguage"],
  [
    "datePublished",
    "date datepublished pubdate publishdate publisheddate publishedat publishedon",
  ],
  ["dateCreated", "created createdat datecreated createdon"],
  [
    "dateModified",
    "lastmod datemodified updated modified updatedat modifiedat lastmodified lastmodifiedat lastupdated",
  ],
  ["author", "author authors by byline"],
  ["image", "image cover thumbnail hero featureimage featuredimage"],
  ["originUrl", "originurl source canonical canonicalurl sourceurl externalurl url link from"],
  ["draft", "draft"],
  ["published", "published"],
  ["status", "status"],
];

/** Which field of the model a name means, and how good a name it is for it (0 is best). */
export type FieldName = { readonly field: ModelField; readonly rank: number };

const fields: ReadonlyMap<string, FieldName> = new Map(
  aliases.flatMap(([field, names]) =>
    names.split(" ").map((name, rank): [string, FieldName] => [name, { field, rank }]),
  ),
);

/** The field that a name in front matter means; undefined when the model has none such. */
export function fieldNamed(name: string): FieldName | undefined {
  return fields.get(name.toLowerCase().replace(/[\s_-]+/g, ""));
}
