import { readFileSync } from "node:fs";
import { join } from "node:path";

const source = join(import.meta.dirname, "../src");

/** The entries of the package, by the name of their file in `src`. */
export const entries = ["index.ts", "node.ts"] as const;

/** A name that other projects can import. */
export type ExportedName = {
  readonly name: string;
  readonly kind: "function" | "class" | "const" | "type";
  /** The inside of its docstring, without the stars; empty when it has none. */
  readonly doc: string;
};

/** Every name that an entry exports, in the order in which it stands there. */
export function exportedNames(entry: (typeof entries)[number]): readonly ExportedName[] {
  const code = readFileSync(join(source, entry), "utf8");
  const lists = code.matchAll(/export (?:type )?\{([^}]*)\} from "([^"]+)"/g);
  return [...lists].flatMap(([, list = "", file = ""]) =>
    list.split(",").flatMap((item) => {
      const name = item.trim().replace(/^type /, "");
      return name === "" ? [] : declaration(name, readFileSync(join(source, file), "utf8"));
    }),
  );
}

function declaration(name: string, code: string): ExportedName {
  const found = new RegExp(
    `(?:/\\*\\*((?:(?!\\*/)[^])*)\\*/\\n)?export (?:async )?(function|class|const|type|interface)\\*? ${name}\\b`,
  ).exec(code);
  const [, comment = "", word = ""] = found ?? [];
  const kind = word === "function" || word === "class" || word === "const" ? word : "type";
  return { name, kind, doc: comment.replaceAll(/^ *\*? ?/gm, "").trim() };
}
