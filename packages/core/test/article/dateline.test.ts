import { describe, expect, it } from "vitest";
import { datelineOf } from "../../src/article/dateline.ts";

describe("datelineOf", () => {
  it.for([
    ["PHNOM PENH, Nov 25 — The ferry left.", "PHNOM PENH, Nov 25"],
    ["PHNOM PENH, Nov. 25, 2024 (AKP) -- The ferry left.", "PHNOM PENH, Nov. 25, 2024 (AKP)"],
    ["PHNOM PENH — The ferry left.", "PHNOM PENH"],
    ["SIEM REAP, Cambodia – “The ferry left,” she said.", "SIEM REAP, Cambodia"],
    [
      "SAN FRANCISCO, Calif., July 13 2011 – The ferry left.",
      "SAN FRANCISCO, Calif., July 13 2011",
    ],
    ["PORTLAND, Ore. — March 21, 2011 — Six companies sail.", "PORTLAND, Ore. — March 21, 2011"],
    ["WASHINGTON (AP) — The ferry left.", "WASHINGTON (AP)"],
    ["WASHINGTON (AP) - The ferry left.", "WASHINGTON (AP)"],
    ["Phnom Penh (AKP) – The ferry left.", "Phnom Penh (AKP)"],
    ["Phnom Penh, le 25 novembre 2024 — Le bac est parti.", "Phnom Penh, le 25 novembre 2024"],
    ["KAMPOT, 1er nov. (AFP) – Le bac est parti.", "KAMPOT, 1er nov. (AFP)"],
    ["KÖNIGSBRUNN, Germany – The ferry left.", "KÖNIGSBRUNN, Germany"],
    ["ភ្នំពេញ៖ សាឡាងបានចេញដំណើរ។", "ភ្នំពេញ"],
    ["(កំពង់ចាម)៖ សាឡាងបានចេញដំណើរ។", "កំពង់ចាម"],
    ["ព្រះវិហារៈ លោកបានថ្លែង។", "ព្រះវិហារ"],
    ["\u200bរាជធានី\u200bភ្នំពេញ\u200b៖ សាឡាងបានចេញ។", "រាជធានីភ្នំពេញ"],
    ["【プノンペン共同】渡し船が出た。", "プノンペン共同"],
    ["【プノンペン＝苫野春菜】渡し船が出た。", "プノンペン＝苫野春菜"],
  ])("finds in %s the dateline %s", ([paragraph, dateline]) => {
    expect(datelineOf(paragraph ?? "")).toBe(dateline);
  });

  it.for([
    "The ferry left — and nobody saw it.",
    "Dara Meas (CEO) – The ferryman",
    "NOTE — The ferry left.",
    "UPDATE, Nov 25 — nothing new.",
    "API — The interface of programs.",
    "GSA – 1800 F Street NW",
    "ITP 2.1 has its roots in a noble cause – essentially, stopping it.",
    "Hun Manet (Cambodia) — a portrait",
    "Dara Meas - The ferryman",
    "BLS signatures, there is no -- go ahead.",
    "Kampot, Saturday — the ferry left.",
    "លោកថា៖ សាឡាងបានចេញ។",
    "ប្រភព៖ សារព័ត៌មាន",
    "【速報】渡し船が出た。",
    "PHNOM PENH",
    "",
  ])("finds none in %j", (paragraph) => {
    expect(datelineOf(paragraph)).toBe(undefined);
  });

  it("looks at the beginning alone, however long a paragraph is", () => {
    expect(datelineOf(`${"A ".repeat(100_000)}— B`)).toBe(undefined);
    expect(datelineOf(`${"PHNOM ".repeat(100)}— The ferry left.`)).toBe(undefined);
  });
});
