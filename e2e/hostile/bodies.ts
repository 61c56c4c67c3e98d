import fc from "fast-check";
import { serverActions } from "@/e2e/actions";
import { ID, words } from "@/e2e/hostile/addresses";

/** As long as browsers make theirs: what reads forms takes none under 27 characters. */
export const BOUNDARY = "----WebKitFormBoundaryhostile000";
export const actions = serverActions();

const nested = (levels: number) => "[".repeat(levels) + "]".repeat(levels);
const said = (parts: string) => `{"id":"${ID}","message":{"id":"${ID}",${parts}}}`;

const json = fc.oneof(
  fc.json(),
  fc.constantFrom(...words('5 [] null {} true "x" {'), "", nested(7_000), "[".repeat(15_000)),
  fc.constantFrom(
    `${'{"a":'.repeat(2_000)}1${"}".repeat(2_000)}`,
    '{"__proto__":{"isAdmin":true}}',
    '{"constructor":{"prototype":{}}}',
    '{"email":{"$gt":""},"password":[]}',
    '{"email":5,"password":5,"name":[]}',
    '{"email":"a@b.c","password":"\\ud800"}',
    '{"email":"a@b.c","password":"x","callbackURL":{"a":1},"rememberMe":"x"}',
    '{"name":"\\u0000","email":"a@example.com","password":"three unrelated words"}',
    '{"token":{"a":1},"newPassword":["y"],"currentPassword":1}',
    '{"token":"\\u0000","newPassword":"three unrelated words"}',
    '{"provider":5,"idToken":{"token":5}}',
    '{"timeZone":{},"locale":5}',
    '{"title":"\\u0000"}',
    `{"title":"x","tags":${nested(4_000)}}`,
    said(`"role":"user","parts":[{"type":"text","text":"hi"}],"metadata":${nested(3_000)}`),
    said(`"role":"assistant","parts":[{"state":"approval-responded","approval":{"id":"x","approved":true}}]`),
  ),
);

/** What React's protocol for arguments makes of strings that begin with "$", and what it cannot make anything of. */
const references = words(`
  $Q1 $K1 $F1 $h1 $@1 $T $B1 $S $undefined $D0 $n1 $Z $i0 $R1 $0:__proto__ $1:constructor:constructor $W1 $u $$
`);
export const reply = fc.oneof(
  json,
  fc.constantFrom(...references.map((reference) => `["${reference}"]`)),
  fc.constantFrom(
    `["${ID}",{"tasks":[{"title":"x"}]}]`,
    '["$undefined","$K1"]',
    '[{"then":"$1"}]',
    "[null,null]",
    "[[],[]]",
    "[1,2,3,4,5,6,7,8]",
  ),
);

const name = fc.constantFrom(
  ...words("0 1 2 1_email 1_password 1_next $ACTION_REF_1 $ACTION_1:0 $ACTION_1:1 $ACTION_KEY __proto__ email"),
  `$ACTION_ID_${actions[0]?.id}`,
  "",
);
const value = fc.oneof(
  reply,
  fc.constantFrom('["$undefined","$K1"]', `{"id":"${actions[3]?.id}","bound":"$@1"}`, '{"id":"x","bound":null}'),
);
const part = fc
  .tuple(name, value)
  .map(([name, value]) => `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`);

export const form = fc.oneof(
  fc.array(part, { maxLength: 5 }).map((parts) => `${parts.join("")}--${BOUNDARY}--\r\n`),
  fc.constantFrom("", "--", `--${BOUNDARY}`, `--${BOUNDARY}\r\n\r\n`),
);

export const body = fc.oneof(json, reply, form, fc.string({ maxLength: 200 }));
