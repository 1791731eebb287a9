import type { MarkdownIt, Token } from "markdown-it";
import { marked, NewToken, plainInlines } from "./markdown-token.ts";

/** Has a parser make tokens of our class, and read text without marks at once. What it reads stays the same. */
export function makeNewTokens(markdown: MarkdownIt): void {
  markdown.block.State = class extends markdown.block.State {
    override push(type: string, tag: string, nesting: -1 | 0 | 1): Token {
      const token = newToken(type, tag, nesting);
      token.block = true;
      if (nesting < 0) this.level--;
      token.level = this.level;
      if (nesting > 0) this.level++;
      this.tokens.push(token);
      return token;
    }
  };
  /* oxlint-disable no-underscore-dangle -- markdown-it's own name */
  markdown.inline.State = class extends markdown.inline.State {
    override pushPending(): Token {
      const token = newToken("text", "", 0);
      token.content = this.pending;
      token.level = this.pendingLevel;
      this.tokens.push(token);
      this.pending = "";
      return token;
    }

    override push(type: string, tag: string, nesting: -1 | 0 | 1): Token {
      if (this.pending !== "") this.pushPending();
      const token = newToken(type, tag, nesting);
      if (nesting < 0) {
        this.level--;
        this.delimiters = this._prev_delimiters.pop() ?? [];
      }
      token.level = this.level;
      let meta: (typeof this.tokens_meta)[number];
      if (nesting > 0) {
        this.level++;
        this._prev_delimiters.push(this.delimiters);
        this.delimiters = [];
        meta = { delimiters: this.delimiters };
      }
      this.pendingLevel = this.level;
      this.tokens.push(token);
      this.tokens_meta.push(meta);
      return token;
    }
  };
  /* oxlint-enable no-underscore-dangle */
  markdown.core.ruler.at("inline", ({ tokens, md, env }) => {
    for (const token of tokens) {
      if (token.type !== "inline") continue;
      const { content } = token;
      if (marked.test(content)) md.inline.parse(content, md, env, (token.children = []));
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as below
      else token.children = plainInlines(content) as unknown as Token[];
    }
  });
}

function newToken(type: string, tag: string, nesting: -1 | 0 | 1): Token {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the rules write attributes whole, and call none of the methods that change them
  return new NewToken(type, tag, nesting) as unknown as Token;
}
