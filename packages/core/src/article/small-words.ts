/** Small words that are frequent in one language; folded. A word of two languages counts for both. */
const smallWords: readonly (readonly [language: string, words: string])[] = [
  [
    "en",
    "the and of to in is that for was with on are this from by have has been it be will not said as at an or but its we you your they their he she his her which who were had can would more about after all new no if when how what our out up there also than into over am then them some could should just where why here does did my",
  ],
  [
    "fr",
    "le la les des et est une un dans que qui pour sur pas avec sont par plus aux ont cette ce ces du de au ne il elle ils se sa ses leur nous vous mais ou en etre comme selon apres tout",
  ],
  [
    "es",
    "el la los las un una de del que en por con para como mas fue su sus se al lo es esta este pero ha han hay desde segun sobre entre cuando muy sin ya tambien",
  ],
  [
    "de",
    "der die das und ist von den dem des mit nicht ein eine einen einer auf fur im in zu sich auch werden wird hat sind als bei nach an es er sie wir ich aus wie oder am vom zum zur uber noch nur",
  ],
  [
    "pt",
    "os um uma de dos das que em nos nas por para com mais foi sao nao ao como mas pelo pela seu sua ele ela ou este esta entre quando muito tambem da as",
  ],
  [
    "it",
    "il lo la gli le un una di del della dei delle da dal in nel nella che con non sono piu alla ai si ha anche ma su questo questa essere stato tra dopo suo sua",
  ],
  [
    "id",
    "yang dari untuk dengan pada ini itu dalam tidak akan oleh juga telah sebagai adalah ke karena bisa mereka kami kita anda lebih atau tahun seperti",
  ],
  ["vi", "va cua cac trong duoc voi khong nguoi nhung nay khi tren tai cung nam theo nhu"],
  [
    "nl",
    "de het een en van op te dat die niet met voor zijn aan er ook als bij naar heeft werd om maar je ik dit deze uit nog wordt",
  ],
  [
    "sv",
    "och att det en som pa ar av med den till inte har de om ett men var sig fran kan ska detta eller",
  ],
  [
    "da",
    "og at det en den til er som pa de med for af ikke der var et har jeg men om vi han fra kan sig dette eller skal bliver",
  ],
  [
    "nb",
    "og i det som en til er for at av pa med den ikke har om et de kan fra vi eller skal blir ogsa var seg",
  ],
  ["fi", "ja on ei etta se oli joka mutta myos tai ovat kun han sen ole kuin mukaan jos ne"],
  ["pl", "w z na do sie nie to jest ze jak za od po przez oraz dla ktory ktore jego sa tym"],
  ["cs", "v na se je to ze z do pro jako za by ale od po podle jsou ktere ktery byl nebo"],
  ["tr", "ve bir bu icin ile da de olarak cok daha gibi kadar sonra olan ama ne degil"],
];

/** The languages in which a word is one of the small, frequent ones; folded. */
export const languagesOfWord: ReadonlyMap<string, readonly string[]> = wordIndex();

function wordIndex(): Map<string, string[]> {
  const index = new Map<string, string[]>();
  for (const [language, words] of smallWords) {
    for (const word of words.split(" ")) index.set(word, [...(index.get(word) ?? []), language]);
  }
  return index;
}

/** The languages that small words tell apart; a declared one that is not among them cannot be doubted by them. */
export const knownByWords: ReadonlySet<string> = new Set(smallWords.map(([language]) => language));
