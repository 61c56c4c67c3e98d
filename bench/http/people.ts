import type pg from "pg";
import { seed } from "@/bench/seed";

/** Who asks: the user with 100,000 open tasks, the one with 100, and one who writes. */
export type People = Record<"heavy" | "light" | "writer", { id: string; cookie: string }>;

/** Tasks that the writer completes, again and again. */
const TO_COMPLETE = 5_000;

/** Tasks that are due by today, of the user with 100: as many as a page holds, so that only what lies behind the page differs. */
const DUE = 50;

/** Whether `fill` has been here. */
export const isFilled = async (client: pg.Client) =>
  (await client.query("select to_regclass('bench') is not null as filled")).rows[0]?.filled === true;

/** Fills an empty database that is migrated. */
export async function fill(client: pg.Client, sizes: Parameters<typeof seed>[1]): Promise<void> {
  const { heavy, light, others } = await seed(client, sizes);
  await client.query("create table bench as select $1::uuid as heavy, $2::uuid as light, $3::uuid as writer", [
    heavy,
    light,
    others[0],
  ]);
  await client.query(
    `insert into tasks (user_id, title, position) select writer, 'To be completed ' || n, 'a0' || n || 'V'
     from bench, generate_series(1, $1) n`,
    [TO_COMPLETE],
  );
  await client.query(
    `update tasks set due_date = current_date - 1 where id in (
       select id from tasks, bench
       where user_id = light and completed_at is null and deleted_at is null and parent_id is null and repeat is null
       order by id limit $1)`,
    [DUE],
  );
  await client.query("vacuum analyze tasks");
}

/** Signs up at the app as anyone does, once for each; the session that was given is then handed over to the user with the tasks. */
export async function signIn(origin: string, client: pg.Client): Promise<People> {
  const [ids] = (await client.query<Record<keyof People, string>>("select heavy, light, writer from bench")).rows;
  if (!ids) throw new Error("Nobody was seeded.");
  const person = async (name: keyof People) => {
    const cookie = await newSession(origin, name);
    const [, token = ""] = /session_token=([^.]+)\./.exec(cookie) ?? [];
    await client.query("update sessions set user_id = $1 where token = $2", [ids[name], decodeURIComponent(token)]);
    return { id: ids[name], cookie };
  };
  return { heavy: await person("heavy"), light: await person("light"), writer: await person("writer") };
}

async function newSession(origin: string, name: string): Promise<string> {
  const account = { name, email: `${name}-${Date.now()}@example.com`, password: "a-plum-on-the-windowsill-7" };
  const headers = { "Content-Type": "application/json", Origin: origin };
  for (const path of ["sign-up", "sign-in"]) {
    const answer = await fetch(`${origin}/api/auth/${path}/email`, {
      method: "POST",
      headers,
      body: JSON.stringify(account),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    const [cookie] = answer.headers.getSetCookie();
    if (cookie) return cookie.split(";")[0] ?? "";
  }
  throw new Error("No session cookie was set.");
}

/** The ids of the writer's tasks to complete, open again. */
export async function reopened(client: pg.Client, { writer }: People): Promise<string[]> {
  await client.query("update tasks set completed_at = null where user_id = $1 and completed_at is not null", [
    writer.id,
  ]);
  const { rows } = await client.query<{ id: string }>(
    "select id from tasks where user_id = $1 and title like 'To be completed %' order by id",
    [writer.id],
  );
  return rows.map(({ id }) => id);
}
