import type { FrontMatter } from "../front-matter/front-matter.ts";
import type { ArticleDate } from "./article-date.ts";
import type { Section } from "./article.ts";
import {
  type FieldContext,
  readAuthors,
  readDateField,
  readImage,
  readKeywords,
  readLanguage,
  readLine,
  readPlainLine,
  readSectionField,
  readTruth,
  readWebAddress,
} from "./read-field.ts";
import { type Written, writtenFields } from "./written-fields.ts";

/** A value and the line in the file on which it was written. */
export type Placed<Value> = { readonly value: Value; readonly line: number | undefined };

/** What front matter says of an article. What was not given, or cannot be used, is undefined. */
export type ReadFields = {
  readonly code: Placed<string> | undefined;
  readonly title: Placed<string> | undefined;
  readonly description: Placed<string> | undefined;
  readonly language: Placed<string> | undefined;
  readonly section: Section | undefined;
  readonly keywords: readonly string[];
  readonly datePublished: ArticleDate | undefined;
  readonly dateModified: ArticleDate | undefined;
  readonly author: readonly string[];
  readonly image: string | undefined;
  readonly originUrl: string | undefined;
  readonly draft: boolean;
  /** What nothing was made of, as it was written. */
  readonly extra: Readonly<Record<string, unknown>>;
};

/** Makes the fields of the model out of front matter. */
export function readFields(frontMatter: FrontMatter, context: FieldContext): ReadFields {
  const written = writtenFields(frontMatter);
  const take = <Value>(
    field: Parameters<typeof written.take>[0],
    read: (each: Written, context: FieldContext) => Value | undefined,
  ): Placed<Value> | undefined => written.take(field, (each) => read(each, context));

  const section = take("section", readSectionField)?.value;
  const keywords = take("keywords", readKeywords)?.value ?? [];
  const published = take("published", readTruth)?.value;
  const fields = {
    code: take("code", readLine),
    title: take("headline", readPlainLine),
    description: take("description", readPlainLine),
    language: take("inLanguage", readLanguage),
    section: section?.section,
    keywords: [...new Set([...keywords, ...(section?.more ?? [])])],
    // Some write the day under `published`, others whether it was.
    datePublished: (
      take("datePublished", readDateField) ??
      (published === undefined ? take("published", readDateField) : undefined)
    )?.value,
    dateModified: take("dateModified", readDateField)?.value,
    author: take("author", readAuthors)?.value ?? [],
    image: take("image", readImage)?.value,
    originUrl: take("originUrl", readWebAddress)?.value,
    draft: take("draft", readTruth)?.value === true || published === false,
  };
  return { ...fields, extra: written.unused() };
}
