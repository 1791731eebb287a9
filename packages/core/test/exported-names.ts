import { readFileSync } from "node:fs";
import { join } from "node:path";

const source = join(import.meta.dirname, "../src");

/** The entries of the package, by the name of their file in `src`. */
export const entries = ["index.ts", "node.ts", "conformance.ts"] as const;

/** A name that other projects can import. */
export type ExportedName = {
  readonly name: string;
  readonly kind: "function" | "class" | "const" | "type";
  /** The inside of its docstring, without the stars; empty when it has none. */
  readonly doc: string;
  /** The file in `src` that declares it. */
  readonly file: string;
};

/** Every name that an entry exports, in the order in which it stands there. */
export function exportedNames(entry: (typeof entries)[number]): readonly ExportedName[] {
  const code = readFileSync(join(source, entry), "utf8");
  const lists = code.matchAll(/export (?:type )?\{([^}]*)\} from "([^"]+)"/g);
  return [...lists].flatMap(([, list = "", file = ""]) =>
    list.split(",").flatMap((item) => {
      const name = item.trim().replace(/^type /, "");
      return name === "" ? [] : declaration(name, file);
    }),
  );
}

function declaration(name: string, file: string): ExportedName {
  const code = readFileSync(join(source, file), "utf8");
  const found = new RegExp(
    `(?:/\\*\\*((?:(?!\\*/)[^])*)\\*/\\n)?export (?:async )?(function|class|const|type|interface)\\*? ${name}\\b`,
  ).exec(code);
  const [, comment = "", word = ""] = found ?? [];
  const kind = word === "function" || word === "class" || word === "const" ? word : "type";
  return { name, kind, doc: comment.replaceAll(/^ *\*? ?/gm, "").trim(), file };
}

/** What the README lists under its names, a line for each topic, as the comments in the entries part them. */
export function nameTopics(): readonly string[] {
  return entries.flatMap((entry) => {
    const code = readFileSync(join(source, entry), "utf8");
    const kinds = new Map(exportedNames(entry).map(({ name, kind }) => [name, kind]));
    const [first = "", ...others] = code.split(/^\/\/ (?=.*\.\n(?:export|\n))/m).slice(1);
    // The first comment is about the whole entry: a topic of its own only where it is the only one.
    return (others.length === 0 ? [first] : others).map((part) => {
      const [topic = "", ...lines] = part.split("\n");
      const words = new Set(lines.join("\n").match(/\b[A-Za-z]+\b/g));
      const names = [...words].filter((word) => kinds.has(word));
      const list = (isType: boolean): string =>
        names
          .filter((name) => (kinds.get(name) === "type") === isType)
          .map((name) => `\`${name}\``)
          .join(" ");
      const [values, types] = [list(false), list(true)];
      return `- **${topic}** ${[values, types && `Types: ${types}`].filter(Boolean).join(" ")}`;
    });
  });
}
