import fc from "fast-check";
import { pagesIn } from "@/e2e/pages";

export const ID = "0197a3c2-5a1e-7c3f-9a51-8a4f0e6f2b11";

export const words = (text: string) => text.trim().split(/\s+/);

export const pages = [
  ...pagesIn("(public)"),
  ...pagesIn("(app)"),
  ...words(`/tags/${ID} /tags/x /chat/${ID} /chat/x /nothing /today.rsc /today.segments/_tree.segment.rsc`),
];
const api = words(`
  /api/v1 /api/v1/tasks /api/v1/tags /api/v1/conversations /api/v1/quick-add /api/v1/nothing /api/v1/tasks/x
  /api/v1/tasks/${ID} /api/v1/tasks/${ID}/completion /api/v1/tasks/${ID}/occurrences /api/v1/tasks/${ID}/restore
  /api/v1/tasks/${ID}/skip /api/v1/tags/${ID} /api/v1/conversations/${ID} /api/chat /api/chat/stop /api/health
`);
/** Those of Better Auth that there are here, and many that there are elsewhere. */
const auth = words(`
  sign-in/email sign-up/email sign-in/anonymous sign-out get-session change-password reset-password reset-password/x
  verify-password request-password-reset list-sessions revoke-session revoke-sessions revoke-other-sessions update-user
  delete-user change-email set-password verify-email send-verification-email sign-in/social link-social callback/x ok error
  delete-anonymous-user account-info list-accounts unlink-account refresh-token get-access-token nothing
`).map((path) => `/api/auth/${path}`);
const others = words(`
  /goodbye /welcome /settings/export /favicon.ico /icon.svg /apple-icon.png /manifest.webmanifest /_next /_next/static/x.js
  /_next/data/x/today.json /_next/image?url=%2Ficon.svg&w=64&q=75 /_not-found /_global-error /_error /404 /500 /index
  /__nextjs_x /.env /.git/config /..
`);
const odd = [
  ...words("% %E0%A4%A %00 %0a %2f %5c .. // \\ %2e%2e [id] %ff é ;x=1 $ __proto__ constructor %u0041 😀"),
  "\x01",
  "a".repeat(3_000),
];
const queries = [
  ...words(`
    ? ?x=% ?task=%00 ?next=//evil.example ?next=/today/..//evil.example ?chat=1&chat=2 ?_rsc=1 ?cursor=x ?limit=1e9 ?pages=-1
    ?pages=99999999999 ?q=%ED%A0%80 ?q=%00 ?__proto__=1 ?sort=x&sort=y ?token=%00 ?callbackURL=//evil.example
    ?token=x&callbackURL=/.//evil.example ?token=x&callbackURL=/today/..//evil.example
    ?task=${ID} ?view=trash&tag=x ?cookies=off&cookies=on
  `),
  `?${"a=1&".repeat(900)}`,
];
const absurd = words(`
  * http://evil.example/today https:// // /// //evil.example /\\evil.example today ? /% /../../etc/passwd
`);

const place = fc.constantFrom(...pages, ...api, ...auth, ...others);

export const target = fc.oneof(
  { weight: 4, arbitrary: place },
  fc.tuple(place, fc.constantFrom("", "/"), fc.constantFrom(...odd)).map((parts) => parts.join("")),
  fc.tuple(place, fc.constantFrom(...queries)).map((parts) => parts.join("")),
  fc.constantFrom(...absurd),
);

export const method = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom("GET", "POST") },
  fc.constantFrom(...words("HEAD PUT PATCH DELETE OPTIONS TRACE CONNECT PROPFIND PURGE LINK M-SEARCH FOO get")),
);
