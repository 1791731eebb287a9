import { choose, randomNumbers } from "./random.ts";

/** What articles of one language are made of. */
export type Language = {
  readonly tag: string;
  /** Share of the archive, of 100. */
  readonly share: number;
  readonly words: readonly string[];
  /** Between words, and after a sentence. */
  readonly space: string;
  readonly stop: string;
};

const syllables =
  "ba be bo da de dor fen gar hal in ka kel la lor ma men nor ol pa per ra ren sa sol ta tor u va ven wi".split(
    " ",
  );

/** Names and rare words, without which every article would hold every word. */
function rareWords(count: number): readonly string[] {
  const random = randomNumbers(7);
  return Array.from({ length: count }, () =>
    Array.from({ length: 2 + Math.floor(random() * 3) }, () => choose(syllables, random)).join(""),
  );
}

const english =
  "the of and to in a that for on said was with by is from at as has it bridge river ferry council ministry people year families market water price harvest road school report minister engineers traders province district company money plan work opened agreed cooperation trade export import village boat flood pier town election court story radio season rain growers cost letter meeting office answer paid bank rice pepper";
const khmer =
  "ស្ពាន ថ្មី ឆ្លង ទន្លេ នឹង បើក នៅ ដើម ឆ្នាំ ក្រោយ ប្រជាពលរដ្ឋ និង រដ្ឋាភិបាល បាន ប្រកាស ថា ការ សាងសង់ ត្រូវ បញ្ចប់ មុន ពេល កំណត់ ផ្សារ ភូមិ ឃុំ ស្រុក ខេត្ត ទឹក ជំនន់ សាលារៀន កសិករ ស្រូវ ម្រេច តម្លៃ ប្រាក់ ដុល្លារ";
const french =
  "le la de des et à un que pour sur pont fleuve bac conseil ministère familles marché eau prix récolte route école rapport ingénieurs province société argent projet travaux ouverture accord village bateau crue été année réunion réponse banque riz";
const japanese =
  "新しい 橋 川 の に が を と は 開通 渡し船 家族 市場 価格 収穫 道路 学校 報告 技師 県 会社 計画 工事 村 船 洪水 今年 会議 銀行 米 胡椒 町 選挙 放送";
const thai =
  "สะพาน ใหม่ แม่น้ำ เรือ ครอบครัว ตลาด ราคา โรงเรียน รายงาน วิศวกร จังหวัด บริษัท เงิน แผน งาน หมู่บ้าน น้ำท่วม ปี ประชุม ข้าว และ ของ ใน ที่";
const chinese =
  "新 桥 河 渡船 家庭 市场 价格 收成 道路 学校 报告 工程师 省 公司 计划 工程 村庄 船 洪水 今年 会议 银行 大米 胡椒 的 在 和 了 合作 贸易";

const words = (text: string): readonly string[] => text.split(" ");
const spaced = { space: " ", stop: ". " };

/** The languages of the archive that benchmarks read. */
export const languages: readonly Language[] = [
  { tag: "en", share: 72, words: [...words(english), ...rareWords(20_000)], ...spaced },
  { tag: "km", share: 12, words: words(khmer), space: "", stop: "។ " },
  { tag: "fr", share: 4, words: [...words(french), ...rareWords(2_000)], ...spaced },
  { tag: "ja", share: 4, words: words(japanese), space: "", stop: "。" },
  { tag: "th", share: 4, words: words(thai), space: "", stop: " " },
  { tag: "zh", share: 4, words: words(chinese), space: "", stop: "。" },
];
