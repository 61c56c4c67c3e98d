import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { tasks } from "@/db/schema/tasks";
import { aUser } from "@/db/testing";
import * as users from "@/db/users";

test("erasing someone with very many tasks takes them in parts, each within the time that a statement has", async () => {
  const { id } = await aUser();
  await db.execute(sql`
    insert into tasks (user_id, title, position) select ${id}, 'Task ' || n, 'b' || lpad(n::text, 6, '0') || 'V'
    from generate_series(1, 14000) as n`);
  // A task that repeats comes to a long chain in the end, each link of which would take the next one along.
  await db.execute(sql`
    update tasks t set follows_id = before.id
    from (select id, lead(id) over (order by id) as next from tasks where user_id = ${id}) as before
    where t.id = before.next`);
  await db.execute(sql`
    create function refuse() returns trigger language plpgsql as $$
    begin
      if (select count(*) from gone) > 10000 then raise 'That many take too long.'; end if;
      return null;
    end $$`);
  await db.execute(sql`
    create trigger refuse after delete on tasks referencing old table as gone for each statement execute function refuse()`);
  await users.erase(id);
  expect(await db.$count(tasks, eq(tasks.userId, id))).toBe(0);
});
