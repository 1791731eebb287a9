import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { choose, randomNumbers } from "./random.ts";
import { languages, type Language } from "./vocabulary.ts";

const sections = ["NATIONAL", "BUSINESS", "SOCIETY", "CULTURE", "SPORT", "ENVIRONMENT"];
const firstDay = Date.UTC(2015, 0, 1);
const days = 3_600;

/**
 * A folder of `count` articles like those of a newspaper's archive: mostly with front matter, some bare
 * text, six languages, ten years, about 4 KB each. The same for the same count; made once and kept among
 * the system's temporary files.
 */
export function generateArchive(count: number): string {
  const folder = join(tmpdir(), `broadsheet-bench-${count}`);
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  const random = randomNumbers(count);
  for (let number = 0; number < count; number++) {
    if (number > 0 && number % 100_000 === 0)
      console.error(`${number} of ${count} articles written`);
    const time = firstDay + Math.floor(random() * days * 86_400_000);
    const month = join(unfinished, new Date(time).toISOString().slice(0, 7).replace("-", "/"));
    mkdirSync(month, { recursive: true });
    writeFileSync(
      join(month, `${String(number).padStart(7, "0")}.md`),
      articleText(number, time, random),
    );
  }
  renameSync(unfinished, folder);
  return folder;
}

function articleText(number: number, time: number, random: () => number): string {
  const language = languageAt(random() * 100);
  const headline = sentence(language, random, 4 + Math.floor(random() * 6)).replace(
    /[.。។ ]+$/,
    "",
  );
  const paragraphs = Array.from({ length: 12 }, () =>
    Array.from({ length: 3 }, () => sentence(language, random, 10 + Math.floor(random() * 12)))
      .join("")
      .trim(),
  );
  if (random() < 0.08) return `${headline}\n${paragraphs.join("\n")}\n`;
  const code = `ART${new Date(time).toISOString().slice(2, 16).replace(/\D/g, "")}${number.toString(36).toUpperCase().padStart(6, "0")}`;
  return `---
layout: post
code: "${code}"
origin_url: "https://gazette.example/${number}"
title: "${headline}"
description: "${headline}"
category: "${choose(sections, random, 1.5)}"
language: "${language.tag}"
date: ${new Date(time).toISOString()}
---

# ${headline}

![](https://images.gazette.example/${number}.jpg)

${sentence(language, random, 8).trim()} GAZETTE

${paragraphs.join("\n\n")}
`;
}

function languageAt(percent: number): Language {
  let sum = 0;
  for (const language of languages) {
    sum += language.share;
    if (percent < sum) return language;
  }
  return choose(languages, () => 0);
}

function sentence({ words, space, stop }: Language, random: () => number, length: number): string {
  const chosen = Array.from({ length }, () =>
    choose(words, random, words.length > 1_000 ? 4 : 1.6),
  );
  return chosen.join(space) + stop;
}
