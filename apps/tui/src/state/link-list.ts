import type { ArticleSummary, FoundArticle } from "@broadsheet/core/view";
import { articleLinks, isWebAddress } from "../reading/article-links.ts";
import { words } from "../words/words.ts";
import { readerLines } from "./reader-view.ts";
import type { State } from "./state.ts";
import { wentTo } from "./trail.ts";

/** The links of the article that is read, in place of it. */
export type LinkList = {
  /** The selected one, from 0. */
  readonly selected: number;
  /** The digits of a number that is being typed. */
  readonly typed: string;
};

/** Something that the article leads to: what it links to, or an article about the same. */
export type Lead =
  | { readonly type: "link"; readonly text: string; readonly url: string }
  | { readonly type: "related"; readonly article: ArticleSummary };

/** What the article that is read leads to, its links first. */
export function leads({ reader, related }: Pick<State, "reader" | "related">): readonly Lead[] {
  if (reader?.found === undefined) return [];
  const links = articleLinks(reader.found.article);
  const articles = related?.id === reader.id ? related.articles : [];
  return [
    ...links.map(({ text, url }) => ({ type: "link", text, url }) as const),
    ...articles.map((article) => ({ type: "related", article }) as const),
  ];
}

/** Whether the related articles are known, or cannot be. */
export function areLeadsAtHand({ reader, related, failures }: State): boolean {
  return related?.id === reader?.id || failures.related?.key === reader?.id;
}

/** What the article leads to listed, the first of the links in view selected. */
export function withLinks(state: State): State {
  const found = state.reader?.found;
  if (found === undefined) return state;
  const part = readerLines(state)?.partAt(state.reader?.top ?? 0) ?? 0;
  const inView = articleLinks(found.article).findIndex((link) => link.part >= part);
  return { ...state, links: { selected: Math.max(0, inView), typed: "" } };
}

/** The article again. */
export function withoutLinks({ links: _closed, ...state }: State): State {
  return state;
}

/** Another link selected. */
export function selectLink(state: State, wanted: number, typed = ""): State {
  if (state.links === undefined) return state;
  const selected = Math.max(0, Math.min(wanted, leads(state).length - 1));
  return { ...state, links: { selected, typed } };
}

/** The first of the related articles selected, or, from among them, the first link; undefined where one kind is missing. */
export function atOtherKind(state: State): State | undefined {
  const all = leads(state);
  const type = all[state.links?.selected ?? 0]?.type;
  const other = all.findIndex((lead) => lead.type !== type);
  return other < 0 ? undefined : selectLink(state, other);
}

/** A digit of a link's number typed: the link that it leads to so far. */
export function typedNumber(state: State, digit: string): State {
  const count = leads(state).length;
  const before = state.links?.typed ?? "";
  const typed = [before + digit, digit].find((text) => Number(text) >= 1 && Number(text) <= count);
  return typed === undefined ? state : selectLink(state, Number(typed) - 1, typed);
}

/** The selected one followed: an article is opened, when it comes. An address of the web is for the clipboard. */
export function followed(state: State): State {
  const lead = leads(state)[state.links?.selected ?? 0];
  if (lead === undefined) return state;
  if (lead.type === "related") return wentTo(withoutLinks(state), lead.article.id);
  return isWebAddress(lead.url) ? state : { ...state, following: lead.url };
}

/** The article has come that a link leads to, or there is none. */
export function answerLink(state: State, path: string, found: FoundArticle | undefined): State {
  if (state.following !== path) return state;
  const { following: _over, ...rest } = state;
  if (found === undefined) return { ...rest, said: words.noArticleAt(path) };
  return wentTo(withoutLinks(rest), found.article.id, found);
}

/** The files that a link may mean: it may leave out the ending, or name a folder. */
export function pathsMeant(path: string): readonly string[] {
  return [path, `${path}.md`, `${path}/index.md`];
}
