import { describe, expect, it } from "vitest";
import { languageOfText } from "../../src/article/language-of-text.ts";

describe("languageOfText", () => {
  it.for([
    ["en", "Ferry families ask who pays when the bridge opens in the spring"],
    ["en", "What Am I?\nI am not a post.\nAm I a document then?"],
    ["fr", "Les familles du bac demandent qui paiera quand le pont ouvrira"],
    ["es", "Las familias del río preguntan quién pagará cuando se abra el puente"],
    ["de", "Die Familien der Fähre fragen, wer zahlt, wenn die Brücke in den Betrieb geht"],
    ["pt", "As famílias da balsa perguntam quem pagará pelo fim da travessia quando a ponte abrir"],
    [
      "it",
      "Le famiglie del traghetto chiedono chi pagherà quando il ponte sarà aperto nella valle",
    ],
    [
      "id",
      "Keluarga penyeberangan bertanya siapa yang akan membayar dengan dibukanya jembatan itu",
    ],
    ["vi", "Các gia đình lái đò hỏi ai sẽ trả tiền khi cây cầu được mở"],
    ["km", "គ្រួសារសាឡាងសួរថាអ្នកណានឹងបង់ប្រាក់"],
    ["th", "ครอบครัวเรือข้ามฟากถามว่าใครจะจ่าย"],
    ["lo", "ຄອບຄົວເຮືອຂ້າມຟາກຖາມວ່າໃຜຈະຈ່າຍ"],
    ["my", "ကူးတို့မိသားစုများက ဘယ်သူပေးမလဲ မေးကြသည်"],
    ["ja", "橋の開通で渡し船の家族の暮らしはどう変わる"],
    ["zh", "大桥通车后渡船人家的生活将如何改变"],
    ["ko", "다리가 열리면 나룻배 가족들은 누가 책임지나"],
    ["ar", "عائلات العبّارة تسأل من سيدفع عندما يُفتح الجسر"],
    ["fa", "خانواده‌های قایق می‌پرسند چه کسی پول می‌دهد"],
    ["he", "משפחות המעבורת שואלות מי ישלם כשהגשר ייפתח"],
    ["ru", "Семьи паромщиков спрашивают, кто заплатит, когда откроется мост"],
    ["uk", "Родини поромників питають, хто заплатить, коли відкриють міст"],
    ["el", "Οι οικογένειες του πορθμείου ρωτούν ποιος θα πληρώσει"],
    ["hi", "नाव वाले परिवार पूछते हैं कि पुल खुलने पर कौन भुगतान करेगा"],
  ] as const)("knows %s by a headline", ([language, text]) => {
    expect(languageOfText(text)?.language).toBe(language);
  });

  it.for(["", "2024", "Sok Dara", "Bridge deck closes", "🚢 🌉"])(
    "does not guess from %j",
    (text) => {
      expect(languageOfText(text)).toBe(undefined);
    },
  );

  it("goes by most of the text, not by a name in it", () => {
    expect(languageOfText("អ្នកស្រី Hélène Varnet នាយិកាក្រុមហ៊ុន Oum & Varnet បាននិយាយ")?.language).toBe(
      "km",
    );
    expect(
      languageOfText("The word for bridge is ស្ពាន, and it is in the name of the town")?.language,
    ).toBe("en");
  });
});
