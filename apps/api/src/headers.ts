/** What every answer carries: nothing of it runs, is framed, guessed at or told to others. */
export const securityHeaders = {
  "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
} as const;

/** Links (RFC 8288) as a header; undefined without any. */
export function linkHeader(
  links: Readonly<Record<string, string | undefined>>,
): string | undefined {
  const each = Object.entries(links).flatMap(([relation, url]) =>
    url === undefined ? [] : [`<${url}>; rel="${relation}"`],
  );
  return each.length === 0 ? undefined : each.join(", ");
}
