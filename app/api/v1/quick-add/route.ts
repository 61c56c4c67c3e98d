import { z } from "zod";
import { created, door } from "@/app/api/door";
import { only } from "@/app/api/methods";
import { invalid, refused } from "@/app/api/problem";
import { prose } from "@/db/fields";
import * as tags from "@/db/tags";
import { addInput } from "@/db/task-input";
import * as tasks from "@/db/tasks";
import * as quickAdd from "@/language/quick-add";
import { isBlank } from "@/language/text";

const line = z.strictObject({ text: prose(2000).refine((text) => !isBlank(text), "Enter something here.") });

/** A task read out of one line: "Call mum tomorrow 5pm #family !high". */
export const POST = door({ body: line }, async ({ user, body, claim }) => {
  const known = (await tags.list(user.id, { upTo: 1 })).map(({ name }) => name);
  const { marks: _, ...read } = quickAdd.read(body.text, { ...user, now: new Date() }, { tags: known });
  const input = addInput.safeParse(read);
  if (!input.success) return invalid(input.error);
  const added = await tasks.add(user.id, { ...input.data, id: claim }, { who: "api" });
  return "refused" in added ? refused(added.refused) : created(added, "/api/v1/tasks");
});

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = only("POST");
