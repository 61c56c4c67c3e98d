import type { Request } from "@/bench/http/load";
import type { People } from "@/bench/http/people";
import { type Statement, sent } from "@/bench/http/statements";
import { MANY } from "@/components/shell/amount";
import * as conversations from "@/db/conversations";
import * as tags from "@/db/tags";
import * as tasks from "@/db/tasks";

/** One thing that is measured. Where `path` has an `:id`, each request takes the id of another open task there. */
export type Case = {
  name: string;
  kind: "read" | "write" | "page";
  /** How Tandem is asked for it, and how the bare app is. */
  app: Request;
  floor: Request;
  /** What Tandem sends to the database for it, the question who asks aside. */
  statements: Statement[];
};

type Wanted = Pick<Case, "name" | "kind"> & {
  who: { cookie: string };
  ask: Request;
  does: Array<() => Promise<unknown>>;
};

/** All that is measured, in the order of the table. */
export async function cases(people: People): Promise<Case[]> {
  const made: Case[] = [];
  for (const { name, kind, who, ask, does } of wanted(people)) {
    const path = `/${kind === "page" ? "pages" : "statements"}/${made.length}${ask.path.includes(":id") ? "?id=:id" : ""}`;
    const app = { ...ask, headers: { ...ask.headers, Cookie: who.cookie } };
    made.push({ name, kind, app, floor: { ...ask, path }, statements: await sent(does) });
  }
  return made;
}

function wanted({ heavy, light, writer }: People): Wanted[] {
  const list = (name: string, who: typeof heavy, query: Parameters<typeof tasks.list>[1] & Record<string, string>) => ({
    name,
    kind: "read" as const,
    who,
    ask: { path: `/api/v1/tasks?${new URLSearchParams(query)}` },
    does: [() => tasks.list(who.id, query)],
  });
  const page = (name: string, who: typeof heavy) => ({
    name,
    kind: "page" as const,
    who,
    ask: { path: "/today" },
    does: [
      () => tasks.list(who.id, { view: "today" }),
      () => tasks.counts(who.id, { upTo: MANY }),
      () => tags.list(who.id, { upTo: MANY }),
      () => conversations.list(who.id, { limit: 30 }),
    ],
  });
  const task = { title: "Water the ferns", dueDate: "2030-02-28", priority: "high" } as const;
  const create: Request = {
    method: "POST",
    path: "/api/v1/tasks",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(task),
  };
  const complete: Request = { method: "PUT", path: "/api/v1/tasks/:id/completion" };
  const by = { who: "api" } as const;

  return [
    list("list, 50 of 100", light, {}),
    list("list, 50 of 100,000", heavy, {}),
    list("today, of 100", light, { view: "today" }),
    list("today, of 100,000", heavy, { view: "today" }),
    list("search in 100,000", heavy, { q: "fern" }),
    { name: "create", kind: "write", who: writer, ask: create, does: [() => tasks.add(writer.id, task, by)] },
    {
      name: "complete",
      kind: "write",
      who: writer,
      ask: complete,
      does: [() => tasks.complete(writer.id, { id: writer.id }, by)],
    },
    page("Today page, of 100", light),
    page("Today page, of 100,000", heavy),
  ];
}
