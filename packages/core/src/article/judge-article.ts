import type { ProblemCode } from "../problem.ts";
import { safeId } from "./article-id.ts";
import type { Article } from "./article.ts";
import type { FieldPlace } from "./field-place.ts";
import { type Headline, saysTheSame } from "./headline.ts";
import { contradiction } from "./language.ts";
import { languageSample } from "./language-sample.ts";
import { isSectionPage } from "./path-day.ts";
import type { ReadFields } from "./read-fields.ts";

/** Adds a problem of a field, of a line, or of the whole file. */
export type Report = (
  code: ProblemCode,
  place: FieldPlace | number | undefined,
  value?: string,
) => void;

/** With these problems a file's text is not there to be judged. */
export const unread: ReadonlySet<ProblemCode> = new Set(["file-unreadable", "file-vanished"]);

/** Reports a code that cannot be the article's id as it was written. */
export function judgeCode({ code, id }: Article, fields: ReadFields, report: Report): void {
  if (code === undefined || code === id) return;
  const changed = safeId(code) === id;
  report(changed ? "code-changed" : "code-unusable", fields.code, code);
}

/** Reports what fits badly together: fields with each other, or with the text. */
export function judgeText(
  article: Article,
  fields: ReadFields,
  from: Headline["from"],
  report: Report,
): void {
  const { headline, blocks, path, wordCount } = article;
  if (from === "path") report("headline-missing", undefined);
  else if (wordCount === 0 && blocks.length === 0 && !isSectionPage(path))
    report("text-missing", undefined);
  const { description, language } = fields;
  if (description && saysTheSame(description.value, headline)) {
    report("description-repeats-headline", description, description.value);
  }
  if (language === undefined) return;
  const found = contradiction(language.value, languageSample(headline, blocks, description?.value));
  if (found !== undefined) {
    report("language-contradicted", language, `${language.value}, but it reads as ${found}`);
  }
}
