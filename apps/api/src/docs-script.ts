/**
 * What the reference runs in a browser: it asks an address as its form says, and shows the answer as text.
 * Without it the forms still work, but for addresses with a part to fill in.
 */
export const docsScript: string = `"use strict";
document.addEventListener("submit", async (event) => {
  const form = event.target;
  const output = form.querySelector("output");
  event.preventDefault();
  let path = form.dataset.path;
  const query = new URLSearchParams();
  for (const field of form.querySelectorAll("[name]")) {
    if (field.value === "") continue;
    if (field.dataset.in === "path") path = path.replace("{" + field.name + "}", encodeURIComponent(field.value));
    else query.append(field.name, field.value);
  }
  const url = path + (query.size === 0 ? "" : "?" + query);
  const accept = form.querySelector("[data-accept]");
  const link = document.createElement("a");
  link.href = url;
  link.textContent = "GET " + url;
  const text = document.createElement("pre");
  text.textContent = "…";
  output.replaceChildren(link, text);
  try {
    const response = await fetch(url, { headers: { Accept: accept.value } });
    const names = ["content-type", "content-length", "content-encoding", "etag", "last-modified", "cache-control", "vary", "link", "x-request-id"];
    const headers = names.flatMap((name) => response.headers.has(name) ? [name + ": " + response.headers.get(name)] : []);
    let body = await response.text();
    try { body = JSON.stringify(JSON.parse(body), null, 2); } catch {}
    text.textContent = [response.status + " " + response.statusText, ...headers, "", body.slice(0, 100000)].join("\\n");
  } catch (error) {
    text.textContent = String(error);
  }
});
`;
