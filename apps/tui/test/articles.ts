import type { Article, Block, Hit } from "@broadsheet/core";

/** An article as a test needs it: what is not said is what most articles are like. */
export function article(
  id: string,
  fields: Partial<Article> & { readonly day?: string; readonly text?: string } = {},
): Article {
  const {
    day = "2024-11-26",
    text = "The ferry left at nine. Nobody knew whether it would come back.",
    ...rest
  } = fields;
  const epochMs = Date.parse(day);
  const paragraphs: Block[] = text.split("\n\n").map((paragraph) => ({
    type: "paragraph",
    lines: [1, 1],
    children: [{ type: "text", text: paragraph }],
  }));
  return {
    id,
    path: `${id}.md`,
    headline: `Headline of ${id}`,
    standfirst: false,
    lead: text.split("\n\n")[0] ?? "",
    section: { written: "NATIONAL", key: "national", label: "National" },
    keywords: [],
    inLanguage: "en",
    datePublished: {
      written: day,
      precision: "day",
      offset: null,
      epochMs,
      endMs: epochMs + 86_400_000,
    },
    author: ["Srey Veal"],
    wordCount: 500,
    readingMinutes: 3,
    draft: false,
    provenance: { frontMatter: "yaml", inferred: [] },
    figures: [],
    blocks: paragraphs,
    extra: {},
    ...rest,
  };
}

/** An article as a row of a list. */
export function hit(of: Article, highlights: Hit["headline"]["highlights"] = []): Hit {
  return { article: of, headline: { text: of.headline, highlights }, cursor: of.id };
}

/** Headlines in scripts that are hard to measure, to break and to cut. */
export const headlines = [
  "Ferry families ask who pays when the bridge opens",
  "ស្ពានថ្មីឆ្លងទន្លេនឹងបើកនៅដើមឆ្នាំក្រោយ ហើយអ្នកបើកទូកបារម្ភ",
  "新しい橋の開通で渡し船の家族の暮らしはどう変わるのか、町の人に聞いた",
  "คนขับเรือข้ามฟากถามว่าใครจะจ่ายเมื่อสะพานเปิดในปีหน้า",
  "Le pont avance, le bac attend toujours une réponse du ministère",
  "다리가 열리면 나룻배 가족은 어떻게 되는가",
  "👩‍👩‍👧 A family of three generations 🇰🇭 crosses",
];
