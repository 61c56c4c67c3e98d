import "@/db/commands/settings";
import { randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { command } from "@/db/commands/command";
import { typed } from "@/db/commands/typed";
import { hash } from "@/db/passwords";
import { Refusal } from "@/db/refusal";
import { users } from "@/db/schema/users";
import * as tags from "@/db/tags";
import * as tasks from "@/db/tasks";
import { signUp } from "@/db/users";
import * as quickAdd from "@/language/quick-add";

const DEMO = "demo@tandem.local";

const COLORS = { family: "#E0567F", home: "#E09F3E", thesis: "#8E6BD8", errands: "#18A79A", reading: "#3B82F6" };

/** As someone would type them. A line that is indented is a part of the one above. */
const LINES = `
Return the library books two days ago #errands
Send the landlord the meter photo yesterday #home !high
Write the discussion section today 10am #thesis !high
  Redraw figure 3
  Check the references
  Ask Maren for the raw counts
Water the ferns every 3 days #home
Buy oat milk, rye bread, lemons today 5pm #errands
Book the dentist for Nora today #family !medium
Read chapter 4 and note three questions today #reading
Call mum tomorrow 5pm #family
Pay the rent every month on the 1st #home !high
Run every Tuesday and Saturday 7am
Plan the weekend in Porto in 9 days #family
Renew the passport in 6 weeks #errands
Learn the Bach prelude by heart
`;

/** npm run db:seed [-- E-MAIL]: sample tasks for an account that has none; without an address, for a demo account that it makes. */
await command(async () => {
  const [email = DEMO] = typed("npm run db:seed [-- E-MAIL]", { most: 1 }).words;
  const user = (await find(email)) ?? (email === DEMO ? await makeDemo() : undefined);
  if (!user) throw new Refusal(`nobody is signed up as ${email}. Sign up first, or leave the address out.`);
  for (const view of ["all", "trash"] as const) {
    const { items } = await tasks.list(user.id, { view, limit: 1 });
    if (items.length > 0) throw new Refusal(`${email} has tasks already.`);
  }

  const by = { who: "import" } as const;
  for (const [name, color] of Object.entries(COLORS)) await tags.add(user.id, { name, color }, by);
  let parentId: string | undefined;
  for (const { text, depth } of quickAdd.lines(LINES)) {
    const { marks: _, ...task } = quickAdd.read(text, { now: new Date(), timeZone: user.timeZone });
    const added = await tasks.add(user.id, { ...task, ...(depth > 0 && { parentId }) }, by);
    if ("refused" in added) throw new Error(`“${text}” was refused: ${JSON.stringify(added.refused)}`);
    if (depth === 0) parentId = added.id;
    console.log(`${depth > 0 ? "  " : ""}${added.title}`);
  }
  console.log(`\n${(await tasks.counts(user.id)).open} tasks for ${email}.`);
});

async function find(email: string) {
  const [user] = await db
    .select({ id: users.id, timeZone: users.timeZone })
    .from(users)
    .where(sql`lower(${users.email}) = lower(${email}) and ${users.deletedAt} is null`);
  return user;
}

/** A password that nobody knows beforehand: the command may be run against a server that others can reach. */
async function makeDemo() {
  const password = randomBytes(12).toString("base64url");
  const person = {
    name: "Demo",
    email: DEMO,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    locale: "en-GB",
  };
  await signUp({ ...person, password: await hash(password) });
  console.log(`Made an account: ${DEMO}, password ${password}\n`);
  return find(DEMO);
}
