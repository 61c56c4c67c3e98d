import { randomUUID } from "node:crypto";
import { expect, test, vi } from "vitest";
import { z } from "zod";
import { OUR_PAGE } from "@/auth/testing-page";
import { door } from "@/components/shell/door";
import { Limited } from "@/db/limited";

vi.mock("next/cache", () => ({ refresh: () => {} }));
vi.mock("next/headers", () => ({ headers: async () => new Headers(OUR_PAGE) }));

const ask = (user: string, input: unknown, operate: () => Promise<unknown> = async () => "done") =>
  door(Promise.resolve({ id: user }), [randomUUID(), input, user], z.any(), operate);

test("a limit is told in words, and can be tried again", async () => {
  const limited = async () => Promise.reject(new Limited("You have 500 tags. That’s the limit."));
  expect(await ask("ada", {}, limited)).toEqual({ ok: false, message: "You have 500 tags. That’s the limit." });
  const asked = door(
    Promise.reject(new Limited("Too many changes at once.", 7)),
    [randomUUID(), {}, "ada"],
    z.any(),
    limited,
  );
  expect(await asked).toEqual({ ok: false, message: "Too many changes at once." });
  const broken = async () => Promise.reject(new Error("broken"));
  await expect(ask("ada", {}, broken)).rejects.toThrow("broken");
});

test("each row that an action names counts, those within others too, and a user writes so many a minute", async () => {
  const family = { tasks: Array(20).fill({ title: "One", tags: [], subtasks: Array(9).fill({ title: "Part" }) }) };
  const answers = [];
  for (let n = 0; n < 31; n++) answers.push(await ask("grace", n % 2 ? family : { ids: Array(200).fill("id") }));
  expect(answers.slice(0, 30)).toEqual(Array(30).fill("done"));
  expect(answers[30]).toMatchObject({ ok: false, message: expect.stringContaining("Too many changes at once.") });
  expect(await ask("ada", family)).toBe("done");
});
