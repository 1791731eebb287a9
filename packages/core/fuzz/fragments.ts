/** Pieces that mean something to a terminal, a parser or a dictionary, put in anywhere. */
export const fragments: readonly string[] = [
  // Fences and fields.
  ..."---\n|+++\n|...\n|---js\n|---json\n|---toml\n|---constructor\n|\n---\n|\n+++\n|{\n|}\n|title: |date: |tags: [|- |? |: |&a |*a|!!js/function |<<: *a\n|key: |\n|\n  |# |'''|\"\"\"|[a]\n|[[a]]\n|__proto__: x\n|constructor: x\n| = ".split(
    "|",
  ),
  "title: |\n  ",
  "|\n",
  // Dates and languages.
  ..."2024-11-26,2024-02-31,5/6/2024,0001-01-01,9999-12-31T23:59:60Z,២០២៤,2024年,km,zh-Hant,x-private,en-US-u-ca-buddhist".split(
    ",",
  ),
  // Markdown.
  ..."# ~## ~\n===\n~\n---\n~> ~>>>>~* ~- ~1. ~999999999) ~**~__~*~_~`~``~```\n~~~~\n~\\~[~]~](~)~![~](<~>)~[a]: ~[^1]~<~>~&~&#~&amp;~&#0;~&#x110000;~&#xD800;~|~|-|\n~:-:~    ~\t~  \n~\\\n~***~:::~{{~}}~{%~%}~[[~]]".split(
    "~",
  ),
  // HTML and addresses.
  ...'<p>,</p>,<br>,<div,<div>,</div>,<script>,</script>,<style>,<!--,-->,<![CDATA[,]]>,<?php,<img src=,<img src="x" alt="y">,<a href=",">,<h1>,</h1>,<table>,<td>,<svg onload=,javascript:,JaVaScRiPt:,java%73cript:,./javascript:,data:text/html\\,,vbscript:,file:///,//,https://,http://user@,mailto:,%2e%2e/,../,..\\,%00,%0a,&colon;,&Tab;,?q=,#'.split(
    ",",
  ),
  // Text in scripts of many kinds.
  ..."ស្ពាន|ខ្មែរ​|ៗ|។|៛|ไทย|ำ|ລາວ|မြန်မာ|漢字|かな|カナ|。|、|「|ｶﾞ|한국어|عربي|עברית|हिन्दी|é|é|ß|İ|ı|ﬁ|Ǆ|²|Ⅷ|👩‍👩‍👧|🇰🇭|🏴󠁧󠁢󠁥󠁮󠁧󠁿|“|”|—|…|–|«|»| | ".split(
    "|",
  ),
  // What steers terminals, turns text or hides it.
  ..."\u0000 \u0007 \u0008 \u000b \u000c \u001b \u001b[ \u001b[2J \u001b[31m \u001b]0;x\u0007 \u001b]8;;https://x\u001b\\ \u001bP \u001b_ \u007f \u0080 \u0085 \u0090 \u009b \u009c \u009d \u061c \u200b \u200c \u200d \u200e \u202e \u2066 \u2069 \u2028 \u2029 \ufeff \ufff9 \ufffd \uffff \ud800 \udc00 \udb40 \u{e0041} \u{e007f} \u{1f3f4} \u0300 \u0489 \u0ec0 \u1160".split(
    " ",
  ),
  "\r",
  "\r\n",
  "\r\r\n",
  "\\u001b[31m",
  "\\x07",
  "\\uD800",
  // What grows.
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
];
