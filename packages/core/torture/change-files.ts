import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Names that files of a tortured archive can have. */
const names: readonly string[] = Array.from(
  { length: 240 },
  (_, number) => `${2020 + (number % 5)}/${["a", "b", "ខ"][number % 3]}/${number}.md`,
);

/** One change of a file. */
export type FileChange = {
  readonly type: "write" | "rename" | "remove";
  readonly path: string;
  /** Of a renamed file, its new name. */
  readonly to?: string;
  readonly text?: string;
};

/** What is to be done next, decided before anything is. */
export function planChanges(random: () => number): readonly FileChange[] {
  return Array.from({ length: 1 + Math.floor(random() ** 3 * 120) }, (): FileChange => {
    const path = anyName(random);
    const kind = random();
    if (kind < 0.15) return { type: "remove", path };
    if (kind < 0.3) return { type: "rename", path, to: anyName(random) };
    return { type: "write", path, text: articleText(random) };
  });
}

/** Does it. */
export function changeFile(folder: string, { type, path, to = path, text = "" }: FileChange): void {
  const full = join(folder, path);
  if (type === "remove") rmSync(full, { force: true });
  else if (type === "rename" && existsSync(full)) {
    mkdirSync(dirname(join(folder, to)), { recursive: true });
    renameSync(full, join(folder, to));
  } else if (type === "write") {
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, text);
  }
}

function anyName(random: () => number): string {
  return names[Math.floor(random() * names.length)] ?? "a.md";
}

/** Codes are few, so that files take ids from each other. */
function articleText(random: () => number): string {
  const code = random() < 0.4 ? `code: C${Math.floor(random() * 60)}\n` : "";
  const day = String(1 + Math.floor(random() * 28)).padStart(2, "0");
  const word = ["ferry", "bridge", "market", "ស្ពាន", "rain"][Math.floor(random() * 5)];
  const date = random() < 0.9 ? `date: 2024-02-${day}\n` : "";
  const text = `The ${word} number ${Math.floor(random() * 1e6)}. `.repeat(
    1 + Math.floor(random() * 60),
  );
  return `---\n${code}${date}title: About the ${word} ${Math.floor(random() * 1e6)}\n---\n\n${text}\n`;
}
