import { once } from "node:events";
import { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { memoryArchive } from "../../../packages/core/test/memory-archive.ts";
import {
  hostileArticles,
  hostileStringsAreHere,
} from "../../../packages/core/test/presentation/hostile-articles.ts";
import { createApp } from "../src/app.ts";
import { startServer, type RunningServer } from "../src/server.ts";
import { findBrowser, openPage, type BrowserPage } from "./browser.ts";
import { presentMs } from "./river-archive.ts";

vi.setConfig({ testTimeout: 300_000, hookTimeout: 60_000 });

const browser = findBrowser();

/** What no page of ours brings about, in the protocol's names. */
const alarms: ReadonlySet<string> = new Set([
  "Page.javascriptDialogOpening",
  "Page.frameAttached",
  "Page.windowOpen",
  "Runtime.consoleAPICalled",
  "Runtime.exceptionThrown",
  // Also what the page's own policy has kept from being loaded or run.
  "Log.entryAdded",
]);

/** How much there is in a page that could run when somebody touches it. */
const loaded = `document.querySelectorAll(
  "script, iframe, object, embed, base, form, svg, [href^='javascript:' i], [href^='data:' i]"
).length + [...document.querySelectorAll("*")].filter(
  (element) => element.getAttributeNames().some((name) => name.startsWith("on"))
).length`;

const wrong = `<!doctype html><title>a</title><script>alert(1)</script><script>console.log(1)</script>
<p onclick="a()">b</p><iframe></iframe><img src="http://elsewhere.invalid/a.png">`;

/** Asks for a list by the form for it, and gives what is shown of the answer. */
const tryIt = `new Promise((resolve) => {
  const form = document.querySelector("form[data-path='/v1/articles']");
  form.querySelector("[name=q]").value = "alert";
  new MutationObserver(() => {
    const text = form.querySelector("output").textContent;
    if (text.includes("content-type")) resolve(text);
  }).observe(form, { childList: true, subtree: true });
  form.requestSubmit();
})`;

describe.skipIf(browser === undefined || !hostileStringsAreHere)("in a real browser", () => {
  let server: RunningServer;
  let page: BrowserPage;
  let articles: readonly string[];
  let alarmed: string[] = [];

  beforeAll(async () => {
    const hostile = hostileArticles().map(({ article }) => ({ article, body: "alert" }));
    articles = hostile.map(({ article }) => `/v1/articles/${article.id}`);
    const archive = memoryArchive(hostile, { name: "</title><script>alert(1)</script>" });
    const app = new Hono()
      .get("/wrong", (c) => c.html(wrong))
      .route("/", createApp(archive, { now: () => presentMs, fullText: true }));
    server = await startServer(app, { host: "127.0.0.1", port: 0, record: () => {} });
    page = await openPage(browser ?? "");
    page.events.on("event", (event: string, told: { request?: { url: string } }) => {
      const isElsewhere = told.request?.url.startsWith(`${server.url}/`) === false;
      if (alarms.has(event) || (event === "Network.requestWillBeSent" && isElsewhere))
        alarmed.push(`${event} ${JSON.stringify(told)}`);
      if (event === "Page.javascriptDialogOpening")
        void page.send("Page.handleJavaScriptDialog", { accept: false });
    });
  });
  afterAll(async () => {
    await page?.close();
    await server?.stop();
  });

  /** What a page brings about that it should not, and how much could come. */
  async function visit(path: string): Promise<readonly [string[], unknown]> {
    alarmed = [];
    const isThere = once(page.events, "Page.loadEventFired");
    const { errorText } = await page.send("Page.navigate", { url: `${server.url}${path}` });
    // What a browser saves instead of showing it never comes to its end.
    if (errorText === undefined) await isThere;
    return [alarmed, await valueOf(loaded)];
  }

  async function valueOf(expression: string): Promise<unknown> {
    const { result } = await page.send("Runtime.evaluate", { expression, awaitPromise: true });
    return (result as { value: unknown }).value;
  }

  it("what articles bring about would be seen", async () => {
    const [told, count] = await visit("/wrong");
    expect(new Set(told.map((each) => each.split(" ")[0]))).toEqual(
      new Set([
        "Page.javascriptDialogOpening",
        "Runtime.consoleAPICalled",
        "Page.frameAttached",
        "Network.requestWillBeSent",
        "Log.entryAdded",
      ]),
    );
    expect(count).toBe(4);
  });

  it.for([
    ["with", false],
    ["without", true],
  ] as const)("hostile articles run nothing and ask nobody, %s our policy", async ([, enabled]) => {
    await page.send("Page.setBypassCSP", { enabled });
    for (const path of articles)
      expect([path, ...(await visit(`${path}.html`))]).toEqual([path, [], 0]);
  });

  it("no other form of them is taken for a page", async () => {
    const forms = ["", ".txt", ".md", ".jsonld", ".ninjs.json"];
    const lists = [".rss", ".atom", ".feed.json", ".csv", ".ndjson"];
    for (const path of [
      ...articles.slice(0, 10).flatMap((article) => forms.map((form) => `${article}${form}`)),
      ...lists.map((form) => `/v1/articles${form}?limit=20`),
    ])
      expect([path, ...(await visit(path))]).toEqual([path, [], 0]);
  });

  it("the reference shows the answer to what is typed into it, and runs nothing of it", async () => {
    await page.send("Page.setBypassCSP", { enabled: false });
    await visit("/docs");
    expect(await valueOf(tryIt)).toMatch(
      /^GET \/v1\/articles\?q=alert200 OK\ncontent-type: application\/json[^]*"headline": "/,
    );
    expect(alarmed).toEqual([]);
  });
});
