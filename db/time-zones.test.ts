import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { changeInput, placeInput } from "@/db/users";
import { timeZones } from "@/language/time-zone";

test("the database knows the clock of every zone that a user may have", async () => {
  const { rows } = await db.execute(sql`
    select zone from jsonb_array_elements_text(${JSON.stringify(timeZones())}::jsonb) as z (zone)
    where zone not in (select name from pg_timezone_names)`);
  expect(rows).toEqual([]);
});

test("old names are understood wherever one is given, and offsets are not", () => {
  for (const schema of [placeInput, changeInput.required()]) {
    const given = { timeZone: "Asia/Calcutta", locale: "en-IN", name: "Ada", weekStart: 1 };
    expect(schema.parse(given).timeZone).toBe("Asia/Kolkata");
  }
  expect(placeInput.parse({ timeZone: "+05:30", locale: "en" }).timeZone).toBe("UTC");
  expect(changeInput.safeParse({ timeZone: "+05:30" }).success).toBe(false);
});
