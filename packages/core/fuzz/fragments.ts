// In the lists below `⏎` stands for a line end, `␣` for a space and `⇥` for a tab.

const frontMatter =
  "---⏎ +++⏎ ...⏎ ⏎---⏎ ⏎+++⏎ ---js⏎ ---json⏎ ---toml⏎ ---constructor⏎ { } {} title:␣ date:␣ tags:␣[ -␣ ?␣ :␣ &a␣ *a !!js/function␣ <<:␣*a⏎ key:␣|⏎ key:␣>-⏎ ⏎␣␣ # ''' \"\"\" [a]⏎ [[a]]⏎ __proto__:␣x⏎ constructor:␣x⏎ ␣=␣ \\u001b[31m \\x07 \\uD800 \\";

const datesAndLanguages =
  "2024-11-26 2024-02-31 5/6/2024 0001-01-01 9999-12-31T23:59:60Z ២០២៤ 2024年 Nov␣26,␣2024 +25:00 km zh-Hant x-private en-US-u-ca-buddhist";

const markdown =
  "#␣ ########␣ ⏎===⏎ > >␣>␣> * -␣ 1.␣ 999999999)␣ ** __ *** _ ~~ ` `` ⏎```⏎ ⏎~~~~⏎ [ ] ]( ![ ![]( <![]> [a]:␣ [^1] [[ ]] & &# &amp; &#0; &#x110000; &#xD800; | |-|⏎ ⏎:-:⏎ ␣␣␣␣ ⇥ ␣␣⏎ \\⏎ ⏎:::⏎ {{ }} {% %} ⏎⏎ ⏎ ␣";

const html =
  '<p> </p> <br> <div <div> </div> <script> </script> <style> <!-- --> <![CDATA[ ]]> <?php <img␣src= <img␣src="x"␣alt="y"> <a␣href=" "> <h1> </h1> <table> <td> <svg␣onload= < > </ />';

const addresses =
  "javascript: JaVaScRiPt: java%73cript: ./javascript: data:text/html,x vbscript: file:/// // https:// http://user@ mailto: %2e%2e/ ../ ..\\ %00 %0a &colon; &Tab; ?q= # /index.md";

const scripts =
  "ស្ពាន ខ្មែរ ៗ ។ ៛ ไทย ำ ລາວ မြန်မာ 漢字 かな カナ 。 、 「 ｶﾞ 한국어 عربي עברית हिन्दी é ß İ ı ﬁ Ǆ ² Ⅷ “ ” — … – « »";

/** What steers terminals, turns text, hides it, or stands on another letter. */
const steering = [
  ..."\0\u0007\b\u000b\u000c\u001b\u007f\u0080\u0085\u0090\u009b\u009c\u009d\u00a0\u00ad\u061c",
  ..."\u0300\u0489\u0ec0\u1160\u200b\u200c\u200d\u200e\u2028\u2029\u202e\u2066\u2069\u3000",
  ..."\ufeff\ufff9\ufffd\uffff\u{1f3f4}\u{e0041}\u{e007f}",
  "\ud800",
  "\udc00",
  "\udb40",
  "\r",
  "\r\n",
  "\r\r\n",
  "e\u0301",
  "\u001b[2J",
  "\u001b[31m",
  "\u001b]0;x\u0007",
  "\u001b]8;;https://x\u001b\\",
  "\u001bP",
  // A family, the flag of Cambodia, and that of England, which is made of tags.
  "\u{1f469}\u200d\u{1f469}\u200d\u{1f467}",
  "\u{1f1f0}\u{1f1ed}",
  "\u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}",
];

/** What takes long when something looks at it again and again. */
const growing = [
  "\u0301".repeat(40),
  ">".repeat(60),
  "- ".repeat(60),
  "[".repeat(80),
  "](".repeat(40),
  "*_".repeat(40),
  "a".repeat(300),
  " ".repeat(300),
  "\n".repeat(60),
  "&lt;".repeat(30),
  ...manyBlocks(),
];

/** The shortest that is a block, or several: repeated they cost more for their length than any text. */
function manyBlocks(): readonly string[] {
  const lists = [
    "- a\n",
    "1. a\n",
    "- a\n* b\n",
    "1) a\n2. b\n",
    "- a\n  - b\n",
    "- # a\n",
    "- > a\n",
  ];
  const tables = ["|-|\n", "|a|\n|-|\n", "|a|b|\n|-|-|\n", "|a|\n|-|\n|b|\n\n"];
  const others = [
    "> a\n\n",
    "> - \nfoo\n",
    "a\n=\n",
    "![a](b)\n\n",
    "![b](c)\na\n\n",
    "![*",
    "[[a",
  ];
  return [...lists, ...tables, ...others];
}

/** Pieces that mean something to a terminal, a parser or a dictionary, put in anywhere. */
export const fragments: readonly string[] = [
  ...[frontMatter, datesAndLanguages, markdown, html, addresses, scripts].flatMap((pieces) =>
    pieces
      .split(" ")
      .map((piece) => piece.replaceAll("⏎", "\n").replaceAll("␣", " ").replaceAll("⇥", "\t")),
  ),
  ...steering,
  ...growing,
];
