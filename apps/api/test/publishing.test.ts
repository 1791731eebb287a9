import type { ArticleJson, ListJson } from "@broadsheet/core";
import { describe, expect, it } from "vitest";
import { createApp, type AppOptions } from "../src/app.ts";
import { archiveOf, presentMs, river } from "./river-archive.ts";

const publisher = {
  name: "River Press",
  url: "https://press.example/",
  logo: "https://press.example/logo.png",
};
const license = "https://creativecommons.org/licenses/by/4.0/";
const baseUrl = "https://news.example/river/";

/** The text at an address of an archive whose settings say who publishes it. */
async function textAt(path: string, options: Partial<AppOptions> = {}): Promise<string> {
  const archive = archiveOf(
    [...river, { id: "terms", date: "2024-01-01T00:00Z", license: "Own terms" }],
    { publisher, license, baseUrl },
  );
  const app = createApp(archive, { now: () => presentMs, ...options });
  const response = await app.request(path);
  expect(response.status).toBe(200);
  return response.text();
}

describe("who publishes the articles, where, and under which terms", () => {
  it("stands in an article's JSON, JSON-LD, ninjs and page", async () => {
    const at = "/v1/articles/ferry-hours";
    expect(JSON.parse(await textAt(at))).toMatchObject({ publisher, license });
    expect(JSON.parse(await textAt(`${at}.jsonld`))).toMatchObject({
      "@id": `${baseUrl}v1/articles/ferry-hours`,
      publisher: { "@type": "NewsMediaOrganization", ...publisher },
      license,
    });
    expect(JSON.parse(await textAt(`${at}.ninjs.json`))).toMatchObject({
      uri: `${baseUrl}v1/articles/ferry-hours`,
      infoSources: [{ name: publisher.name, role: "publisher", uri: publisher.url }],
      usageTerms: license,
      rightsInfo: { linkedRights: license },
    });
    const page = await textAt(`${at}.html`);
    expect(page).toContain(`<a href="${publisher.url}" rel="noreferrer">River Press</a>`);
    expect(page).toContain(`<a href="${license}" rel="license noreferrer">`);
  });

  it("gives way to the terms that an article names", async () => {
    const own: ArticleJson = JSON.parse(await textAt("/v1/articles/terms"));
    expect(own.license).toBe("Own terms");
    expect(JSON.parse(await textAt("/v1/articles/terms.jsonld"))).toMatchObject({
      license: { "@type": "CreativeWork", name: "Own terms" },
    });
    const ninjs: object = JSON.parse(await textAt("/v1/articles/terms.ninjs.json"));
    expect(ninjs).toMatchObject({ usageTerms: "Own terms" });
    expect(ninjs).not.toHaveProperty("rightsInfo");
  });

  it("stands in feeds, whose addresses begin with the archive's", async () => {
    const atom = await textAt("/feeds/all.atom");
    expect(atom).toContain(`<id>${baseUrl}feeds/all.atom</id>`);
    expect(atom).toContain(`<name>River Press</name><uri>${publisher.url}</uri>`);
    expect(atom).toContain(`<rights type="text">${license}</rights>`);
    const rss = await textAt("/feeds/all.rss");
    expect(rss).toContain(`<copyright>${license}</copyright>`);
    expect(rss).toContain(`<image><url>${publisher.logo}</url>`);
    expect(JSON.parse(await textAt("/feeds/all.json"))).toMatchObject({
      feed_url: `${baseUrl}feeds/all.json`,
      icon: publisher.logo,
      authors: [{ name: publisher.name, url: publisher.url }],
    });
  });

  it("is found where the server is told, whatever the settings say", async () => {
    const told = { baseUrl: "https://other.example/" };
    expect(await textAt("/feeds/all.atom", told)).toContain(
      "<id>https://other.example/feeds/all.atom</id>",
    );
  });

  it("is found below a path that the server is told, wherever it is mounted", async () => {
    for (const told of [
      { baseUrl: "https://other.example/news" },
      { baseUrl: "https://other.example/news/", basePath: "/news" },
      { baseUrl: "https://other.example", basePath: "/news" },
    ]) {
      const feed = await textAt("/feeds/all.atom?limit=1", told);
      expect(feed).toContain("<id>https://other.example/news/feeds/all.atom?limit=1</id>");
      expect(feed).toContain("<id>https://other.example/news/v1/articles/");
      const { links, data }: ListJson = JSON.parse(await textAt("/v1/articles?limit=1", told));
      expect(links?.self).toBe("/news/v1/articles?limit=1");
      expect(links?.next).toMatch(/^\/news\/v1\/articles\?limit=1&cursor=/);
      expect(data[0]?.links?.self).toMatch(/^\/news\/v1\/articles\//);
      expect(await textAt("/docs", told)).toContain('src="/news/docs.js"');
    }
    const both = { baseUrl: "https://other.example/news", basePath: "/river" };
    expect(await textAt("/feeds/all.atom", both)).toContain(
      "<id>https://other.example/news/river/feeds/all.atom</id>",
    );
    expect(await textAt("/v1", both)).toContain('"self":"/news/river/v1"');
  });

  it("is found by a host that is called as the path where the application is mounted", async () => {
    expect(
      await textAt("/feeds/all.atom", { baseUrl: "http://river", basePath: "/river" }),
    ).toContain("<id>http://river/river/feeds/all.atom</id>");
  });

  it("is found once at the path where the application is mounted", async () => {
    expect(await textAt("/feeds/all.atom", { basePath: "/river" })).toContain(
      `<id>${baseUrl}feeds/all.atom</id>`,
    );
  });
});
