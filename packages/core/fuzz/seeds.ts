/** Articles in the ways that people and programs write them. */
const written: readonly string[] = [
  `---
layout: post
code: "ART2405011130B7KQ2"
origin_url: "https://gazette.example/ferry"
title: "The ferry: a last crossing"
description: "The ferry: a last crossing"
category: "NATIONAL"
language: "en"
date: 2024-05-01T11:42:07.120Z
---

# The ferry: a last crossing

![](https://images.gazette.example/ferry.jpg)

The ferry leaves the eastern bank at noon on Wednesday. GAZETTE/DARA MEAS

It left at noon, **empty** but for [the crew](https://gazette.example/crew "The crew") and *one* dog.

> “We will miss it,” said the captain. “Every day for ~~thirty~~ 31 years.”

1. Bridge
2. Ferry
   - small
   - large

| river | width |
|:------|------:|
| Sap   | 800 m |

* * *

    indented code

\`\`\`js
alert("never run")
\`\`\`
`,
  `+++
title = "Rain growers ask for a meeting"
date = 2023-11-05T08:30:00+07:00
draft = false
tags = ["rain", 'rice', "pepper"]
weight = 1_000

[extra]
lang = "en-GB"
cover = { src = "../images/rain.jpg", alt = "Rain" }

[[resources]]
name = "chart"
+++

Rain came late. See [the chart](chart.png) and [last year](/2022/rain/index.md#table).

<!-- more -->

![Rain over the fields](./rain.jpg)
*Fields near the village, on Sunday. Photo: Sok Chan*
`,
  `{
  "title": "Market prices hold",
  "date": "2022-02-28",
  "categories": ["BUSINESS", "prices"],
  "params": { "author": { "name": "Srey Veal" }, "n": 1.10 },
  "draft": false
}

Prices held on Monday.\\
Fish cost **more**.
`,
  `---toml
title = "A fenced head"
[taxonomies]
authors = ["Hun Ly"]
---
Text & more &amp; still more &#x41; &lt;b&gt;.
`,
  `Title: Weekly report
Date: 2021-06-07 08:00
Category: Reports
Tags: river, water
Slug: weekly-report
Authors: Kim Sour, Dara Meas

The water rose by two metres.
`,
  `---
title: "A clipping"
source: "https://www.example.org/path?q=1"
author:
  - "[[Srey Veal]]"
  - "[[Dara Meas|Dara]]"
created: 2024-03-10
published: 2024-03-09
tags:
  - "clippings"
aliases: [one, 'two', "three"]
---
See [[Another note]] and ![[picture.png]]. #tag

- [ ] to do
- [x] done
`,
  `[#]: subject: (The bridge opens)
[#]: via: (https://example.net/bridge)
[#]: author: (Dara Meas https://example.net/dara)
[#]: collector: (desk)

The bridge opens
======

It opens on Monday, the engineers said.

Second part
-----------

[1]: https://example.net "Title"
See [it][1] and [that][missing] and <https://example.net/auto> and <mail@example.net>.
`,
  `Old school opens its doors
The school by the river opened its doors again on Tuesday, five years after the flood.
“We waited a long time,” said the teacher, who had come by boat.
The province paid for the roof; families brought the chairs.
`,
  `The council met for the third time this month to talk about the price of water,
which has doubled since the harvest. Nobody from the company came, and nobody from
the ministry answered the letter that the families had written in March.

Another meeting is planned for
December 18.
`,
  `---
title: ស្ពានថ្មីឆ្លងទន្លេនឹងបើកនៅដើមឆ្នាំក្រោយ
date: ថ្ងៃទី២៦ ខែវិច្ឆិកា ឆ្នាំ២០២៤
category: ជាតិ
language: km
---
ភ្នំពេញ៖ ប្រជាពលរដ្ឋ\u200bនិង\u200bរដ្ឋាភិបាល បានប្រកាសថា ការសាងសង់ត្រូវបញ្ចប់មុនពេលកំណត់។ តម្លៃ ១២.៥០០ ដុល្លារ។

![ស្ពាន](ស្ពាន.jpg)
រូបថត៖ ដារ៉ា
`,
  `---
title: 新しい橋が開通
date: 2024年11月26日
author: 文・山田花子
---
新しい橋が川に
開通した。「長く待った」と家族は話した。

ราคาข้าวในตลาดเพิ่มขึ้น ๑๐ บาท
สะพานใหม่ข้ามแม่น้ำ
`,
  `---
layout: default
title:  'It''s a &quot;quoted&quot; <em>title</em>'
summary: >
  Folded over
  two lines.
body: |
  Kept as
    written.
nested: {a: [1, 2, {b: c}], "d": 'e'}
empty:
? complex
: key
anchor: &a value
alias: *a
!!binary tag: x
---
<div class="intro">
<h2>Inside HTML</h2>
<p>First <b>bold</b> <a href="/inside.md" onclick="x()">link</a><br>
second<img src="a.png" alt="A picture"></p>
<script>document.title = "never"</script>
<style>p { color: red }</style>
<!-- a comment
over lines -->
</div>

<figure><img src="https://example.com/b.jpg"><figcaption>Caption. AFP</figcaption></figure>

Vec<T> and a < b > c.
`,
  `---
title: Broken: a colon
date: 2024-02-31
date: 5/6/2024
lang: xx-invalid-tag
tags: one, two; three
category: [ONE, TWO]
image: javascript:alert(1)
url: //cdn.example.com/x
- stray
"open: quote
---
:::note[Read this]

Text in {{< ref "x.md" >}} and {% include y.html %} with :emoji: and [^1].

:::

[^1]: A footnote.
[j](javascript:alert(1)) ![d](data:text/html;base64,PHN2Zz4=) [u](../../../etc/passwd) [w](file:///etc/passwd)
`,
  `---
title: never closed
date: Tue, 26 Nov 2024 13:41:57 +0000

***Nested **emphasis* with** \`code\`\` spans\` and \\*escapes\\*.

> quote
continued
> > deeper
1) one
- two
      three
`,
];

/** Front matter in which escapes stand for what must never be shown. */
const escaped: readonly string[] = [
  `---
title: "\\e[31mRed \\x9b1m\\u202eferry \\ud800"
"\\a": {"\\e[1mkey": ["\\0value"]}
---
Text.
`,
  `+++
title = "\\u001b[31mRed \\x07ferry"
"\\u0007" = { "\\b" = ["\\U0000009b1m"] }
broken = "
+++
Text.
`,
  `{
  "title": "\\u001b[31mRed \\ud800 ferry",
  "\\u0007": { "\\b": ["\\u202e", tru] }
}
Text.
`,
];

/** Articles from which inputs are made by changing them. */
export const articles: readonly string[] = [...written, ...escaped];

/** Searches as they are typed, and as they stand in an address. */
export const queries: readonly string[] = [
  `bridge "new ferry" -rain brid*`,
  `q=bridge+%22new+ferry%22&section=national,business&lang=en,km&from=2024-01&to=2024-11-26T08:30%2B07:00&sort=relevance&limit=50`,
  `q=%E1%9E%9F%E1%9F%92%E1%9E%96%E1%9E%B6%E1%9E%93&facets=section,year&cursor=abc`,
  `ស្ពានថ្មី 新しい橋 e-government -"phrase left out" "open`,
  `section=&sort=best&limit=-1&limit=9999&from=2024-13-45&unknown=1&secton=x`,
];
