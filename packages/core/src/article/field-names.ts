import type { FrontMatter } from "../front-matter/front-matter.ts";
import { type AliasedField, type FieldAliases, nameKey } from "../source/settings.ts";

/** The fields of an article that front matter may give; `dateCreated` and `status` stand for others in their absence. */
export type ModelField = AliasedField | "dateCreated" | "status";

/** What each field is called in front matter, best first, in the form of `nameKey`. */
const aliases: readonly (readonly [field: ModelField, names: string])[] = [
  ["code", "code"],
  ["headline", "title headline displayname"],
  [
    "description",
    "description summary excerpt customexcerpt subtitle standfirst teaser abstract deck dek lead lede",
  ],
  ["section", "category section categories"],
  ["keywords", "tags keywords tag topics"],
  ["inLanguage", "language lang locale inlanguage langcode"],
  [
    "datePublished",
    "date datepublished pubdate publishdate publisheddate publishedat publishedon publicationdate postdate pubdatetime",
  ],
  ["dateCreated", "created createdat datecreated createdon"],
  [
    "dateModified",
    "lastmod datemodified updated modified updatedat modifiedat lastmodified lastmodifiedat lastupdated updateddate modifieddate updatedon lastupdate moddatetime",
  ],
  ["author", "author authors by byline creator writer primaryauthor"],
  [
    "image",
    "image cover coverimage thumbnail hero heroimage featureimage featuredimage banner images",
  ],
  [
    "originUrl",
    "originurl source canonical canonicalurl sourceurl externalurl originalurl original url link from",
  ],
  ["license", "license licence rights"],
  // `ref` and `pageid` only beside a language.
  ["translationGroup", "translationkey translationid translationgroup langref ref pageid"],
  ["draft", "draft"],
  ["published", "published"],
  ["status", "status"],
];

/** Which field of the model a name means, and how good a name it is for it (less is better). */
export type FieldName = { readonly field: ModelField; readonly rank: number };

/** The field that a name in front matter means; undefined when the model has none such. */
export type FieldLookup = (name: string, format: FrontMatter["format"]) => FieldName | undefined;

const fields: ReadonlyMap<string, FieldName> = new Map(
  aliases.flatMap(([field, names]) =>
    names.split(" ").map((name, rank): [string, FieldName] => [name, { field, rank }]),
  ),
);

/** Names from electronic mail, which have this meaning only in a header without fences. */
const inHeaders: ReadonlyMap<string, FieldName> = new Map([
  ["subject", { field: "headline", rank: 10 }],
  ["via", { field: "originUrl", rank: 10 }],
]);

/** One archive's own names hold for all of its articles. */
const lookups = new WeakMap<FieldAliases, FieldLookup>();

/** What names mean in an archive: its own names first, then those that everybody uses. */
export function fieldLookup(own: FieldAliases = noAliases): FieldLookup {
  const known = lookups.get(own);
  if (known !== undefined) return known;
  const ownFields = new Map(
    aliases.flatMap(([field]) => {
      const names = field === "dateCreated" || field === "status" ? [] : (own[field] ?? []);
      return names.map((name, index): [string, FieldName] => [
        nameKey(name),
        { field, rank: index - names.length },
      ]);
    }),
  );
  const lookup: FieldLookup = (name, format) => {
    const key = nameKey(name);
    const everywhere = ownFields.get(key) ?? fields.get(key);
    return everywhere ?? (format === "header" ? inHeaders.get(key) : undefined);
  };
  lookups.set(own, lookup);
  return lookup;
}

const noAliases: FieldAliases = {};
