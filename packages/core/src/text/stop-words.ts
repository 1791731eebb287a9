/**
 * Words that say nothing of what a text is about, by language; folded. They count only where every word of a
 * question must occur. Question words are among them: a question is not looked for by its first word.
 */
const stopWords: readonly (readonly [language: string, words: string])[] = [
  [
    "en",
    "a about above after again all also am an and any are as at be because been before being below between both but by can could did do does doing down during each few for from further had has have having he her here hers him his how i if in into is it its itself just may me might more most must my no nor not of off on once only or other our out over own per same she should so some such than that the their them then there these they this those through to too under until up upon very was we were what when where which while who whom whose why will with within without would you your",
  ],
  [
    "fr",
    "a au aux avec ce ces cet cette comme comment dans de des du elle elles en est et etait etre eu fut il ils je la le les leur leurs lui mais meme ne nos notre nous on ont ou par pas plus pour pourquoi quand que quel quelle quelles quels qui quoi sa se ses si son sont sur ta te tes tu un une vos votre vous y",
  ],
  [
    "de",
    "aber als am an auch auf aus bei bin bis da das dass dem den denn der des die dies diese diesem diesen dieser dieses du durch ein eine einem einen einer eines er es fur hat ich ihr im in ist ja kann mit nach nicht noch nun nur oder sein sich sie sind so uber um und uns von vor war was wann warum welche welcher welches wenn wer werden wie wir wird wo zu zum zur",
  ],
  [
    "es",
    "a al como con cual cuales cuando de del desde donde e el ella ellos en entre era es esa ese eso esta estan este esto fue ha han hay la las le les lo los mas me mi muy no nos o para pero por porque que quien quienes se ser si sin sobre son su sus tambien te un una uno y ya",
  ],
  [
    "pt",
    "a ao aos as com como da das de do dos e ela ele em entre era essa esse esta este eu foi ha isso ja mais mas me na nao nas no nos o onde os ou para pela pelo por porque qual quais quando que quem se sem ser seu sua sao sobre tambem um uma",
  ],
  [
    "it",
    "a ai al alla anche che chi ci come con cosa cui da dal dalla dei del della di do dove e ed era gli ha i il in io l la le lo ma mi ne nei nel nella no noi non o per perche piu quale quali quando quello questa questo se si sono su sua suo tra un una uno",
  ],
  [
    "nl",
    "aan al als bij dan dat de der die dit een en er had heb heeft het hij hoe ik in is je kan maar me met mijn na naar niet nog nu of om ons ook op over te tot uit van voor waar waarom wanneer was wat we welk welke wie wij worden wordt ze zij zijn zo",
  ],
  [
    "sv",
    "alla att av de den det dig du ej ett en eller for fran han har hon hur hur i inte jag kan med men mig nar och om pa sa sig sin som till under upp ut vad var varfor vem vi vid vilka vilken ar over",
  ],
  [
    "ru",
    "а без более бы был была были было быть в вам вас весь во вот все всего вы где да для до его ее если есть еще же за и из или им их к как какая какие какой кем когда кого кто ли между мы на над не нет ни но о об он она они оно от по под после почему при с со так также там то тоже только у уже что чем чтобы эта эти это этот я",
  ],
  [
    "ar",
    "اذا الا التي الذي الذين الى ان او اي اين ايضا بعد بين تلك ثم حتى حول خلال ذلك عن عند على في قبل قد كان كانت كل كم كما كيف لا لم لماذا لن ليس ما ماذا متى مع من منذ منها هذا هذه هل هم هو هي و يتم يكون",
  ],
  [
    "zh",
    "的 了 在 是 和 与 與 就 也 都 而 及 或 被 把 這 这 那 什么 什麼 哪 哪些 谁 誰 吗 嗎 呢 个 個",
  ],
  [
    "ja",
    "の に は を が と で も や か へ から まで です ます した する いる ある この その あの どの 何 誰",
  ],
  ["th", "ที่ ของ และ ใน เป็น ได้ ให้ กับ จาก มี การ ว่า ไม่ นี้ นั้น อะไร ใคร ไหน ใด หรือ ก็ จะ"],
  ["km", "និង នៅ ក្នុង ដែល បាន ជា នៃ ពី ការ នេះ នោះ មាន ទៅ ដោយ ឲ្យ ឱ្យ សម្រាប់ ក៏ តើ អ្វី"],
];

const byLanguage: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  stopWords.map(([language, words]) => [language, new Set(words.split(" "))]),
);

/** Whether a folded word says nothing in one of some languages (`en`, `en-GB`). */
export function isStopWord(word: string, languages: Iterable<string>): boolean {
  for (const tag of languages) {
    if (byLanguage.get(tag.toLowerCase().split("-")[0] ?? "")?.has(word) === true) return true;
  }
  return false;
}
