import fc from "fast-check";
import { method, pages, target, words } from "@/e2e/hostile/addresses";
import { actions, BOUNDARY, body, form, reply } from "@/e2e/hostile/bodies";
import type { rawRequest } from "@/server/testing/raw-http";

type Parts = Parameters<typeof rawRequest>[0];
type Header = [name: string, value: string];

const one = (names: string, values: string[]): fc.Arbitrary<Header> =>
  fc.tuple(fc.constantFrom(...words(names)), fc.constantFrom(...values));

/** What Next, its platform and proxies say to each other in headers. */
const INTERNAL = `
  RSC Next-Router-Prefetch Next-Router-Segment-Prefetch Next-Router-State-Tree Next-Url Next-Hmr-Refresh x-nextjs-data
  x-middleware-subrequest x-middleware-rewrite x-middleware-next x-matched-path x-invoke-path x-invoke-status x-action-forwarded
  x-prerender-revalidate x-now-route-matches next-resume x-next-resume-state-length x-nextjs-postponed x-forwarded-host
  x-forwarded-proto x-forwarded-port x-forwarded-for forwarded x-http-method-override content-security-policy x-nonce
`;
const STANDARD = `
  If-None-Match If-Modified-Since If-Match If-Range If-Unmodified-Since Range Accept Accept-Encoding Accept-Language
  Content-Encoding Expect Upgrade TE Idempotency-Key User-Agent Referer Authorization Trailer Keep-Alive Content-Type Host
  Transfer-Encoding
`;

const header = fc.oneof(
  one("Next-Action", [...actions.map(({ id }) => id), "x", "__proto__", "", "0".repeat(42)]),
  one(INTERNAL, [
    ...words("1 0 % %00 / /_tree /today //evil.example [] {} null /%E0%A4%A __proto__ https ../../x é"),
    ...words("%5B%22%22%2C%7B%7D%5D %5B%22%22%5D script-src&'nonce-<>'"),
    "",
    "x".repeat(4_000),
  ]),
  one("Cookie", [
    ...words('tandem.session_token=x tandem.session_token=% tandem-3000.session_token=%00.%00 =x __proto__=1 a x="'),
    `tandem.session_token=${"x".repeat(3_000)}`,
    "__prerender_bypass=1; __next_preview_data=x",
  ]),
  one("Origin", [...words("null x http:// https://evil.example http://[::1 // http://localhost file://"), "a b"]),
  one("Sec-Fetch-Site", words("cross-site same-site none same-origin x")),
  one("Sec-Fetch-Dest", words("image document empty font x")),
  one(STANDARD, [
    ...words('* x "x" bytes=0- bytes=9-1 bytes=0-1,2-3 gzip br;q=0 100-continue websocket identity -1 evil.example é'),
    ...["", "9".repeat(30), "x".repeat(300), "a\tb", "Bearer x", "Thu, 01 Jan 1970 00:00:00 GMT"],
    ...["multipart/form-data", "application/json; charset=utf-16"],
  ]),
);

const type = one("Content-Type", [
  "application/json",
  "text/plain;charset=UTF-8",
  `multipart/form-data; boundary=${BOUNDARY}`,
  "application/x-www-form-urlencoded",
]);

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

/**
 * Requests that no program of ours would send.
 * @param sender a signed-in user's headers, as our own pages send them; half of the requests have them.
 */
export function hostileRequests(sender: Header[]): fc.Arbitrary<Parts> {
  const from = fc.constantFrom<Header[]>([], sender);
  const anything = fc
    .record({ method, target, from, more: fc.array(header, { maxLength: 3 }), type: maybe(type), body: maybe(body) })
    .map(({ from, more, type, ...rest }) => ({ ...rest, headers: [...from, ...more, ...(type ? [type] : [])] }));
  const action = fc
    .record({ page: fc.constantFrom(...pages), action: fc.constantFrom(...actions), from, reply, form: maybe(form) })
    .map(({ page, action, from, reply, form }): Parts => {
      const type = form === undefined ? "text/plain;charset=UTF-8" : `multipart/form-data; boundary=${BOUNDARY}`;
      const headers: Header[] = [...from, ["Next-Action", action.id], ["Content-Type", type]];
      return { method: "POST", target: page, headers, body: form ?? reply };
    });
  return fc.oneof({ weight: 3, arbitrary: anything }, { weight: 2, arbitrary: action });
}
