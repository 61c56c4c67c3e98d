import { type SQL, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import "@/db/approvals";
import "@/db/changes";
import "@/db/conversations";
import "@/db/dry-run";
import "@/db/guests";
import "@/db/limits";
import "@/db/messages";
import "@/db/quotas";
import "@/db/requests";
import "@/db/sessions";
import "@/db/turns";
import "@/db/users";
import { db } from "@/db/client";
import { statements } from "@/db/statement";
import * as tags from "@/db/tags";
import { matchInput, view as views } from "@/db/task-input";
import * as tasks from "@/db/tasks";
import { aUser } from "@/db/testing";

type Plan = { "Node Type": string; "Relation Name"?: string; "Parent Relationship"?: string; Plans?: Plan[] };

/** The plan that the server makes for any values: what a prepared statement runs by. */
async function plan(text: string, setting: SQL): Promise<Plan> {
  return db.transaction(async (tx) => {
    await tx.execute(setting);
    const { rows } = await tx.execute(sql.raw(`explain (generic_plan, format json) ${text}`));
    return (rows[0] as { "QUERY PLAN": [{ Plan: Plan }] })["QUERY PLAN"][0].Plan;
  });
}

const nodes = (node: Plan): Plan[] => [node, ...(node.Plans ?? []).flatMap(nodes)];
const scanned = (node: Plan) =>
  nodes(node).flatMap((each) => (each["Node Type"] === "Seq Scan" ? [each["Relation Name"]] : []));

describe("with 20,000 tasks of 100 users", () => {
  beforeAll(async () => {
    for (let n = 0; n < 100; n++) await aUser();
    await db.execute(sql`
      insert into tasks (user_id, title, position, due_date, completed_at, deleted_at)
      select u.id, 'Task ' || n, 'a' || lpad(n::text, 6, '0') || 'V', current_date + n % 400 - 200,
        case when n % 3 = 0 then now() - n * interval '1 minute' end,
        case when n % 7 = 0 then now() - n * interval '1 minute' end
      from users u, generate_series(1, 200) n`);
    await db.execute(sql`
      with g as (insert into tags (user_id, name) select id, 'Tag ' || n from users, generate_series(1, 10) n returning *)
      insert into task_tags (user_id, task_id, tag_id)
      select g.user_id, t.id, g.id from g join tasks t on t.user_id = g.user_id and right(t.title, 1) = right(g.name, 1)`);
    await db.execute(sql`
      with c as (insert into conversations (user_id) select id from users, generate_series(1, 20) returning *)
      insert into messages (user_id, conversation_id, role, parts) select user_id, id, 'user', '[]' from c, generate_series(1, 20)`);
    await db.execute(sql`
      insert into changes (user_id, who, what, noun, subject_id, after, turn_id)
      select user_id, 'you', 'add', 'task', id, '{}', uuidv7() from tasks`);
    await db.execute(sql`analyze`);

    const { id } = await aUser();
    const [tag, parent] = [id, id];
    for (const view of views.options)
      for (const sort of ["due", "priority", "created", "position"] as const)
        for (const narrowed of [{}, { tag }, { parent }, { parent: "none" }, { q: "x" }] as const)
          await tasks.list(id, { view, sort, ...narrowed });
    const matching = [
      {},
      { tag: "Tag 1" },
      { priority: "high" },
      { parentId: parent },
      { q: "x" },
      { q: "invoice" },
    ] as const;
    const inSpan = { dueFrom: "2026-12-01", dueTo: "2026-12-31" };
    for (const view of matchInput.shape.view.unwrap().options)
      for (const narrowed of [...matching, inSpan, { ...inSpan, tag: "Tag 1", q: "invoice from" }])
        await tasks.match(id, { view, limit: 20, ...narrowed });
    await tags.list(id);
  });

  test("no statement reads a big table from end to end", async () => {
    expect(statements.size).toBeGreaterThan(100);
    const big = new Set(["tasks", "task_tags", "messages", "changes"]);
    for (const [name, text] of statements) {
      const relations = scanned(await plan(text, sql`set local enable_seqscan = on`));
      expect({ name, scanned: relations.filter((relation) => relation && big.has(relation)) }).toEqual({
        name,
        scanned: [],
      });
    }
  });

  test("there is an index for whatever a statement looks for", async () => {
    for (const [name, text] of statements)
      expect({ name, scanned: scanned(await plan(text, sql`set local enable_seqscan = off`)) }).toEqual({
        name,
        scanned: [],
      });
  });

  test("the tags and their counts are read without their tasks", async () => {
    const relations = nodes(await plan(statements.get("tags_list") ?? "", sql`set local enable_seqscan = on`));
    const read = new Set(relations.flatMap((node) => node["Relation Name"] ?? []));
    expect([...read].toSorted()).toEqual(["tags", "task_tags"]);
  });

  test.each([
    ...["today", "upcoming", "open"].map((view) => `tasks_list_${view}_due`),
    "tasks_list_open_priority",
    ...["open", "all"].flatMap((view) => [`tasks_list_${view}_position`, `tasks_list_${view}_created`]),
    "tasks_list_completed_completed",
    "tasks_list_trash_deleted",
  ])("%s takes its rows in their order out of an index", async (name) => {
    const top = await plan(statements.get(name) ?? "", sql`set local enable_seqscan = on`);
    expect(top["Node Type"]).toBe("Limit");
    const rows = top.Plans?.find((node) => node["Parent Relationship"] === "Outer");
    expect(rows?.["Node Type"]).toMatch(/^(?:Index Scan|Nested Loop)$/);
  });
});
