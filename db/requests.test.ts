import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import * as limits from "@/db/limits";
import * as requests from "@/db/requests";
import { aUser } from "@/db/testing";

describe("a request with an idempotency key", () => {
  const fingerprint = "a".repeat(64);
  const fresh = async () => ({ userId: (await aUser()).id, key: randomUUID() });

  test("is begun once, however many come at once, and answered alike afterwards", async () => {
    const { userId, key } = await fresh();
    const claims = await Promise.all(Array.from({ length: 20 }, () => requests.begin(userId, { key, fingerprint })));
    expect(claims.filter((claim) => "begun" in claim)).toHaveLength(1);
    expect(claims.filter((claim) => "busy" in claim)).toHaveLength(19);
    const answer = { status: 201, location: "/api/v1/tasks/1", body: { id: "1" } };
    await requests.finish(userId, { key, ...answer });
    expect(await requests.begin(userId, { key, fingerprint })).toEqual({ answer });
    await requests.abandon(userId, { key });
    expect(await requests.begin(userId, { key, fingerprint })).toEqual({ answer });
  });

  test("is told when the key was used for something else; another's keys are another's", async () => {
    const { userId, key } = await fresh();
    await requests.begin(userId, { key, fingerprint });
    expect(await requests.begin(userId, { key, fingerprint: "b" })).toEqual({ mismatch: true });
    expect(await requests.begin((await aUser()).id, { key, fingerprint })).toEqual({ begun: expect.any(String) });
  });

  test("that was given up, or left behind, may be tried again", async () => {
    const { userId, key } = await fresh();
    await requests.begin(userId, { key, fingerprint });
    await requests.abandon(userId, { key });
    const again = await requests.begin(userId, { key, fingerprint: "b" });
    expect(again).toEqual({ begun: expect.any(String) });
    expect(await requests.begin(userId, { key, fingerprint: "b" })).toEqual({ busy: true });
    await db.execute(sql`update requests set created_at = now() - interval '2 minutes' where key = ${key}`);
    expect(await requests.begin(userId, { key, fingerprint: "b" })).toEqual(again);
  });

  test("has an id of its own, so that what another one made is not taken for its own", async () => {
    const { userId, key } = await fresh();
    const first = await requests.begin(userId, { key, fingerprint });
    await requests.abandon(userId, { key });
    const other = await requests.begin(userId, { key, fingerprint: "b" });
    expect(other).toEqual({ begun: expect.any(String) });
    expect(other).not.toEqual(first);
  });
});

describe("a limit", () => {
  test("of ten lets ten of a hundred through, and says when to come again", async () => {
    const key = randomUUID();
    const takes = await Promise.all(Array.from({ length: 100 }, () => limits.take(key, { max: 10, seconds: 60 })));
    expect(takes.filter(({ ok }) => ok)).toHaveLength(10);
    const last = await limits.take(key, { max: 10, seconds: 60 });
    expect(last).toEqual({ ok: false, retryAfter: expect.any(Number) });
    if (!last.ok) expect(last.retryAfter).toBeGreaterThan(50);
    expect(await limits.take(randomUUID(), { max: 10, seconds: 60 })).toEqual({ ok: true });
  });

  test("begins anew after its window", async () => {
    const key = randomUUID();
    await limits.take(key, { max: 1, seconds: 60 });
    expect(await limits.take(key, { max: 1, seconds: 60 })).toMatchObject({ ok: false });
    await db.execute(sql`update rate_limits set last_request = last_request - 60000 where key = ${key}`);
    expect(await limits.take(key, { max: 1, seconds: 60 })).toEqual({ ok: true });
    expect(await limits.take(key, { max: 1, seconds: 60 })).toMatchObject({ ok: false });
  });
});
