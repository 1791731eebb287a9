import {
  articleHtml,
  articleJson,
  articleJsonLd,
  articleMarkdown,
  articleNinjs,
  articleText,
  bodyHtml,
  type ArticleSummaryJson,
  type FoundArticle,
} from "@broadsheet/core";
import { Failure } from "./failure.ts";
import { html, json, jsonLd, markdown, ninjs, plain, type Format } from "./format.ts";
import { readViewOnly } from "./read-query.ts";
import { relatedTo } from "./related.ts";
import type { Asked, Plan, Resource } from "./resource.ts";
import { seenArticle } from "./seen.ts";
import {
  articleUrl,
  momentOf,
  publicOrigin,
  publishingOf,
  withKey,
  type Moment,
  type Service,
} from "./service.ts";
import { articleFields, articleView, shownFields, type View } from "./view.ts";

/** `/v1/articles/{id}`: one article in full, in any of its forms. */
export function article(service: Service): Resource {
  const { basePath } = service;
  const formats: readonly Format[] = [
    json("Article"),
    html(service.pictures),
    plain,
    markdown,
    jsonLd,
    ninjs,
  ];

  async function plan(asked: Asked): Promise<Plan> {
    const { url, parts, signal, format } = asked;
    const isJson = format.schema !== undefined;
    const view = readViewOnly(url, isJson ? articleView : [], articleFields);
    const { id = "" } = parts;
    // No id has a dot in it.
    if (id.includes(".")) {
      throw new Failure("resource-not-found", {
        detail: `There is no such format: there are ${formats.map((each) => `.${each.suffix}`).join(", ")}.`,
      });
    }
    const moment = await momentOf(service);
    return {
      key: withKey(moment, id, publicOrigin(service, moment, asked), JSON.stringify(view.entries)),
      async make() {
        const found = await seenArticle(service, moment, id, signal);
        const others = view.related ? await relatedTo(service, moment, id, signal) : undefined;
        const self = articleUrl(service, found.article.id);
        return {
          body: articleBody(service, found, view, moment, asked, formats, others?.answer.articles),
          links: {
            self: isJson ? self : `${self}.${format.suffix}`,
            ...(isJson ? {} : { alternate: self }),
            collection: `${basePath}/v1/articles`,
          },
          isPartial:
            others?.answer.timedOut === true ||
            [found, ...(others === undefined ? [] : [others])].some(
              ({ generation }) => generation !== moment.status.generation,
            ),
        };
      },
    };
  }

  return {
    path: "/v1/articles/:id",
    operationId: "getArticle",
    summary: "One article in full",
    description: "The article",
    formats,
    problems: ["article-not-found", "resource-not-found"],
    takesQuery: false,
    view: articleView,
    tagged: true,
    plan,
  };
}

function articleBody(
  service: Service,
  found: FoundArticle,
  view: View,
  moment: Moment,
  asked: Asked,
  formats: readonly Format[],
  related: readonly ArticleSummaryJson[] | undefined,
): string {
  const { format } = asked;
  const { timeZone, name } = moment.status;
  const self = articleUrl(service, found.article.id);
  const publishing = publishingOf(moment);
  const url = `${publicOrigin(service, moment, asked)}${self}`;
  const context = { ...publishing, timeZone, name, url };
  switch (format.suffix) {
    case "html":
      return articleHtml(found.article, {
        ...publishing,
        timeZone,
        name,
        pictures: service.pictures,
        homeUrl: `${service.basePath}/v1`,
        alternates: Object.fromEntries(
          formats
            .filter(({ mediaType }) => mediaType !== format.mediaType)
            .map(({ contentType, suffix }) => [contentType, `${self}.${suffix}`]),
        ),
      });
    case "txt":
      return articleText(found.article, timeZone);
    case "md":
      return articleMarkdown(found.article, timeZone);
    case "jsonld":
      return `${JSON.stringify(articleJsonLd(found.article, context))}\n`;
    case "ninjs.json":
      return `${JSON.stringify(articleNinjs(found.article, context))}\n`;
    default:
      return `${JSON.stringify(jsonBody(service, found, view, moment, related))}\n`;
  }
}

function jsonBody(
  service: Service,
  found: FoundArticle,
  view: View,
  moment: Moment,
  related: readonly ArticleSummaryJson[] | undefined,
): object {
  const { timeZone } = moment.status;
  const whole = articleJson(found, {
    ...publishingOf(moment),
    timeZone,
    links: {
      article: (other) => articleUrl(service, other),
      list: () => `${service.basePath}/v1/articles`,
    },
  });
  const { blocks, text } = whole.body;
  const forms = {
    text: () => text,
    blocks: () => blocks,
    html: () => bodyHtml(found.article.blocks, service.pictures),
    markdown: () => articleMarkdown(found.article, timeZone).replace(/^---\n[^]*?\n---\n\n?/, ""),
  };
  const body = Object.fromEntries(
    Object.entries(forms).flatMap(([form, make]) =>
      [...view.body].some((wanted) => wanted === form) ? [[form, make()]] : [],
    ),
  );
  return { ...shownFields({ ...whole, body }, view), related };
}
