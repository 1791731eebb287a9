import type { Remarks } from "./query-warning.ts";
import type { Token } from "./scan-search.ts";

/**
 * Deepest nesting of brackets that is followed: nobody types more, and each level costs a call.
 *
 * @example
 * ```ts
 * import { maxQueryDepth, parseSearch } from "@broadsheet/core";
 *
 * const { warnings } = parseSearch(`${"(".repeat(maxQueryDepth + 1)}bridge`);
 * warnings[0]?.code; // => "too-deep"
 * ```
 */
export const maxQueryDepth = 16;

/** Tokens with brackets in pairs, and operators only where they have something to join. */
export function arrangeTokens(
  tokens: readonly Token[],
  typed: string,
  remarks: Remarks,
): readonly Token[] {
  return withOperands(inPairs(tokens, remarks), typed, remarks);
}

/** Brackets that close nothing, and those nested too deeply, are passed over. */
function inPairs(tokens: readonly Token[], remarks: Remarks): readonly Token[] {
  const passedOver = new Set<Token>();
  const opened: Token[] = [];
  for (const token of tokens) {
    if (token.type === "open") {
      opened.push(token);
      if (opened.length <= maxQueryDepth) continue;
      if (opened.length === maxQueryDepth + 1) {
        const message = `Brackets deeper than ${maxQueryDepth} are passed over.`;
        remarks.warn("too-deep", token, message);
      }
      passedOver.add(token);
    } else if (token.type === "close") {
      const begun = opened.pop();
      if (begun === undefined) {
        remarks.warn("bracket-unmatched", token, "It closes no bracket, and is passed over.", "");
      }
      if (begun === undefined || passedOver.has(begun)) passedOver.add(token);
    }
  }
  for (const token of opened.filter((each) => !passedOver.has(each))) {
    remarks.warn("bracket-unmatched", token, "This bracket is not closed; it goes on to the end.");
  }
  for (const token of passedOver) remarks.mark(token, "mistake");
  return tokens.filter((token) => !passedOver.has(token));
}

/** An operator with nothing to join, or to leave out, is a word. */
function withOperands(tokens: readonly Token[], typed: string, remarks: Remarks): readonly Token[] {
  const arranged = [...tokens];
  const asWord = (token: Token): Token => {
    const text = typed.slice(token.start, token.end);
    remarks.mark(token, "mistake");
    remarks.warn(
      "operator-alone",
      token,
      `${text} has nothing to join; it is searched as a word.`,
      text.toLowerCase(),
    );
    return { type: "word", text, start: token.start, end: token.end };
  };
  // From the end: whether something to look for begins here.
  const begins: boolean[] = [];
  for (let index = arranged.length - 1; index >= 0; index--) {
    const token = arranged[index];
    if (token?.type === "not" && begins[index + 1] !== true) arranged[index] = asWord(token);
    const type = arranged[index]?.type;
    begins[index] = type !== "close" && type !== "and" && type !== "or";
  }
  for (const [index, token] of arranged.entries()) {
    if (token.type !== "and" && token.type !== "or") continue;
    const before = arranged[index - 1]?.type;
    const ends = before === "word" || before === "phrase" || before === "close";
    if (!ends || begins[index + 1] !== true) arranged[index] = asWord(token);
  }
  return arranged;
}
