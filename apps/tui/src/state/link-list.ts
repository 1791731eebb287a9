import type { FoundArticle } from "@broadsheet/core/view";
import { articleLinks, isWebAddress, type ArticleLink } from "../reading/article-links.ts";
import { words } from "../words/words.ts";
import { readerPane } from "./layout.ts";
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

/** The links of the article that is read. */
export function linksHere({ reader }: Pick<State, "reader">): readonly ArticleLink[] {
  return reader?.found === undefined ? [] : articleLinks(reader.found.article);
}

/** The links listed, the first of those in view selected; where there are none, that is said. */
export function withLinks(state: State): State {
  const links = linksHere(state);
  if (links.length === 0) return { ...state, said: words.noLinks };
  const part = readerLines(state)?.partAt(state.reader?.top ?? 0) ?? 0;
  const inView = links.findIndex((link) => link.part >= part);
  return { ...state, links: { selected: inView < 0 ? links.length - 1 : inView, typed: "" } };
}

/** The article again. */
export function withoutLinks({ links: _closed, ...state }: State): State {
  return state;
}

/** Another link selected. */
export function selectLink(state: State, wanted: number, typed = ""): State {
  if (state.links === undefined) return state;
  const selected = Math.max(0, Math.min(wanted, linksHere(state).length - 1));
  return { ...state, links: { selected, typed } };
}

/** A digit of a link's number typed: the link that it leads to so far. */
export function typedNumber(state: State, digit: string): State {
  const count = linksHere(state).length;
  const before = state.links?.typed ?? "";
  const typed = [before + digit, digit].find((text) => Number(text) >= 1 && Number(text) <= count);
  return typed === undefined ? state : selectLink(state, Number(typed) - 1, typed);
}

/** The first link in view, so that the selected one is. */
export function linksTop(state: State): number {
  const { rows } = readerPane(state);
  const room = Math.max(1, rows - linksHeadRows);
  const selected = state.links?.selected ?? 0;
  return Math.max(0, Math.min(selected - Math.floor(room / 2), linksHere(state).length - room));
}

/** Rows of the title over the links. */
export const linksHeadRows = 2;

/** The selected link followed: an article of the archive is opened when it comes. An address of the web is for `copied`. */
export function followed(state: State): State {
  const link = linksHere(state)[state.links?.selected ?? 0];
  if (link === undefined || isWebAddress(link.url)) return state;
  return { ...state, following: link.url };
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
