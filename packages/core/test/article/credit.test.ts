import { describe, expect, it } from "vitest";
import { splitCredit } from "../../src/article/credit.ts";

describe("splitCredit", () => {
  it.for([
    ["The ferry leaves on May 2. STPM", "The ferry leaves on May 2.", "STPM"],
    ["The ferry leaves on May 2. SREY VEAL", "The ferry leaves on May 2.", "SREY VEAL"],
    ["The ferry leaves. Hong Menea", "The ferry leaves.", "Hong Menea"],
    ["“We wait.” AFP/Getty Images", "“We wait.”", "AFP/Getty Images"],
    ["The ferry leaves the landing AFP", "The ferry leaves the landing", "AFP"],
    ["The ferry leaves the landing | AP", "The ferry leaves the landing", "AP"],
    ["The ferry leaves the landing (AFP)", "The ferry leaves the landing", "AFP"],
    ["The ferry leaves. (Srey Veal/AFP)", "The ferry leaves.", "Srey Veal/AFP"],
    ["The ferry leaves [Reuters].", "The ferry leaves", "Reuters"],
    [`${"It waits. ".repeat(60)}Photo: Srey Veal`, "It waits. ".repeat(60).trim(), "Srey Veal"],
    ["The ferry leaves. (Photo by Srey Veal)", "The ferry leaves.", "Srey Veal"],
    ["The ferry leaves (Photo: AKP)", "The ferry leaves", "AKP"],
    ["The ferry leaves. Photo: Srey Veal", "The ferry leaves.", "Srey Veal"],
    ["The ferry leaves. © Srey Veal", "The ferry leaves.", "Srey Veal"],
    ["Le bac quitte la rampe. Crédit : Marie Duval", "Le bac quitte la rampe.", "Marie Duval"],
    ["Le bac n° 7, le 30 août. Photo AFP", "Le bac n° 7, le 30 août.", "AFP"],
    ["船が待つ（8月20日、湖）。 リバー・ガゼット", "船が待つ（8月20日、湖）。", "リバー・ガゼット"],
    ["船が待つ。（写真＝共同）", "船が待つ。", "共同"],
    ["船が待つ。写真：苫野千景", "船が待つ。", "苫野千景"],
    ["សាឡាង​ចាកចេញ កាលពីថ្ងៃទី១។ ស្រី វាល", "សាឡាង​ចាកចេញ កាលពីថ្ងៃទី១។", "ស្រី វាល"],
    ["សាឡាងចាកចេញ។ រូបថត៖ AKP", "សាឡាងចាកចេញ។", "AKP"],
  ])("finds the credit of %s", ([text, caption, creditText]) => {
    expect(splitCredit(text ?? "")).toEqual({ caption, creditText });
  });

  it.for([
    "The ferry leaves the landing.",
    "The ferry leaves the landing on November 25",
    "The prime minister meets leaders of ASEAN",
    "It was late. The ferry had left at noon",
    "The head of the party (CPP)",
    `${"It waits, ".repeat(60)}the ferry`,
    "Photo shows the new pier.",
    "Photo shows the new pier",
    "It left. On May 2, 2024",
    "“Is it far?” she asked.",
    "船が待っている。人々も待っている、と船長は言った。",
  ])("finds none in %s", (caption) => {
    expect(splitCredit(caption)).toEqual({ caption });
  });

  it("looks at the end alone, however long the text and its blanks are", () => {
    const text = `The ferry${"\u3000".repeat(1_000_000)}leaves`;
    expect(splitCredit(text)).toEqual({ caption: text });
  });

  it("takes a line that is only an agency for a credit without a caption", () => {
    expect(splitCredit("RIVER GAZETTE")).toEqual({ creditText: "RIVER GAZETTE" });
  });
});
