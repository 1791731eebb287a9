import type { FrontMatter } from "../front-matter/front-matter.ts";
import type { ArticleDate } from "./article-date.ts";
import type { Section } from "./article.ts";
import type { FieldLookup } from "./field-names.ts";
import {
  type FieldContext,
  readAuthors,
  readDateField,
  readImage,
  readKeywords,
  readLanguage,
  readLicense,
  readLine,
  readPlainLine,
  readSectionField,
  readTranslationGroup,
  readTruth,
  readUnpublished,
  readWebAddress,
} from "./read-field.ts";
import { plainLine } from "./plain-line.ts";
import { type Placed, textOf, type Written, writtenFields } from "./written-fields.ts";

/** What front matter says of an article. What was not given, or cannot be used, is undefined. */
export type ReadFields = {
  readonly code: Placed<string> | undefined;
  readonly title: Placed<string> | undefined;
  readonly description: Placed<string> | undefined;
  readonly language: Placed<string> | undefined;
  readonly section: Section | undefined;
  readonly keywords: readonly string[];
  readonly datePublished: Placed<ArticleDate> | undefined;
  readonly dateModified: ArticleDate | undefined;
  readonly author: readonly string[];
  readonly image: string | undefined;
  readonly originUrl: string | undefined;
  readonly license: string | undefined;
  readonly translationGroup: string | undefined;
  /** The address that the article is to have on its own site. It stays in `extra` too. */
  readonly permalink: string | undefined;
  /** What the article is called where it has neither title nor text. It stays in `extra` too. */
  readonly name: string | undefined;
  readonly draft: boolean;
  /** What nothing was made of, as it was written. */
  readonly extra: Readonly<Record<string, unknown>>;
};

/** Makes the fields of the model out of front matter. */
export function readFields(
  frontMatter: FrontMatter,
  context: FieldContext,
  lookup: FieldLookup,
): ReadFields {
  const written = writtenFields(frontMatter, lookup);
  const take = <Value>(
    field: Parameters<typeof written.take>[0],
    read: (each: Written, context: FieldContext) => Value | undefined,
  ): Placed<Value> | undefined => written.take(field, (each) => read(each, context));

  const section = take("section", readSectionField)?.value;
  const keywords = take("keywords", readKeywords)?.value ?? [];
  const language = take("inLanguage", readLanguage);
  const published = take("published", readTruth)?.value;
  const fields = {
    code: take("code", readLine),
    title: take("headline", readPlainLine),
    description: take("description", readPlainLine),
    language,
    section: section?.section,
    keywords: [...new Set([...keywords, ...(section?.more ?? [])])],
    // Some write the day under `published`, others whether it was. A clipping was created after that.
    datePublished:
      take("datePublished", readDateField) ??
      (published === undefined ? take("published", readDateField) : undefined) ??
      take("dateCreated", readDateField),
    dateModified: take("dateModified", readDateField)?.value,
    author: take("author", readAuthors)?.value ?? [],
    image: take("image", readImage)?.value,
    originUrl: take("originUrl", readWebAddress)?.value,
    license: take("license", readLicense)?.value,
    translationGroup: take("translationGroup", (each) =>
      readTranslationGroup(each, language !== undefined),
    )?.value,
    permalink: permalinkIn(frontMatter),
    name: plainLine(textOf(frontMatter.fields["name"] ?? null) ?? "").text || undefined,
    draft:
      take("draft", readTruth)?.value === true ||
      published === false ||
      take("status", readUnpublished) !== undefined,
  };
  return { ...fields, extra: written.unused() };
}

/** What Zola, Jekyll and Docusaurus call it. */
const permalinkNames = ["path", "permalink", "slug"];

function permalinkIn({ fields }: FrontMatter): string | undefined {
  return permalinkNames
    .map((name) => textOf(fields[name] ?? null))
    .find((text) => text !== undefined);
}
