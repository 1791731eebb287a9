/**
 * How a page looks: a column of 66 characters in the system's serif, dark or light as the reader has it,
 * and black on white on paper. It stands in the page itself, so that a saved page stays whole.
 */
export const pageStyle: string = `
:root { color-scheme: light dark; --text: #1a1a1a; --page: #fdfcfa; --dim: #5c5c5c; --rule: #c9c5bd; --accent: #0b6469; }
@media (prefers-color-scheme: dark) {
  :root { --text: #e6e3dd; --page: #161616; --dim: #a3a09a; --rule: #45423d; --accent: #7fd0cc; }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; padding: 1.5rem 1.25rem 4rem; background: var(--page); color: var(--text);
  font: 1.125rem/1.6 Charter, "Bitstream Charter", "Sitka Text", Cambria, "Noto Serif", "Noto Serif Khmer", serif;
  overflow-wrap: break-word; }
header.masthead, main, footer { max-width: 66ch; margin-inline: auto; }
header.masthead { border-bottom: 3px solid var(--text); padding-bottom: .35rem; margin-bottom: 2.5rem; font-weight: 600; }
a { color: var(--accent); text-underline-offset: .15em; }
header.masthead a { color: inherit; text-decoration: none; }
.section { color: var(--accent); margin: 0; font-size: .95rem; }
h1 { font-size: 2.1rem; line-height: 1.2; margin: .4rem 0 .6rem; text-wrap: balance; }
h2, h3, h4, h5, h6 { line-height: 1.3; margin: 2rem 0 .5rem; }
.standfirst { font-size: 1.25rem; line-height: 1.45; margin: 0 0 1rem; }
.short { width: 4rem; margin: 1.2rem 0 .8rem; border: 0; border-top: 1px solid var(--text); }
.about { color: var(--dim); font-size: .95rem; margin: 0 0 2rem; }
p { margin: 0 0 1.1rem; }
blockquote { margin: 1.3rem 0; padding-inline-start: 1.1rem; border-inline-start: 3px solid var(--rule); }
figure { margin: 1.8rem 0; }
img { max-width: 100%; height: auto; }
figcaption { color: var(--dim); font-size: .92rem; line-height: 1.45; margin-top: .4rem; }
figcaption small { display: block; }
.picture { font-style: italic; }
hr { border: 0; border-top: 1px solid var(--rule); margin: 2rem 0; }
pre, code { font-family: ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace; font-size: .88em; }
pre { overflow-x: auto; padding: .8rem 1rem; border-inline-start: 3px solid var(--rule); }
table { border-collapse: collapse; display: block; overflow-x: auto; font-size: .95rem; }
th, td { text-align: start; vertical-align: top; padding: .3rem .9rem .3rem 0; border-bottom: 1px solid var(--rule); }
.right { text-align: end; } .center { text-align: center; }
footer { margin-top: 3rem; padding-top: .6rem; border-top: 1px solid var(--rule); color: var(--dim); font-size: .92rem; }
@page { margin: 2cm; }
@media print {
  :root { --text: #000; --page: #fff; --dim: #333; --rule: #999; --accent: #000; }
  body { padding: 0; font-size: 11pt; }
  h1, h2, h3, h4, h5, h6 { break-after: avoid; }
  figure, table, blockquote { break-inside: avoid; }
  p { orphans: 3; widows: 3; }
  a { text-decoration: none; }
}
`;
