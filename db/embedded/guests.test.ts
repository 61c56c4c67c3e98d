import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { leave } from "@/db/embedded/guests";

const lives = vi.hoisted(() => vi.fn((_: number) => true));
vi.mock("@/db/embedded/processes", () => ({ lives }));

const leaveAs = (pid: number, folder: string) => {
  const me = vi.spyOn(process, "pid", "get").mockReturnValue(pid);
  const isLast = leave(folder);
  me.mockRestore();
  return isLast;
};

test("of two that leave in the same moment at least one knows that it is the last", async () => {
  const folder = await mkdtemp(join(tmpdir(), "tandem-guests-"));
  for (const pid of ["101", "102"]) await writeFile(join(folder, pid), "");
  let first: boolean | undefined;
  // While the second looks around, the first does too.
  lives.mockImplementationOnce(() => {
    first = leaveAs(101, folder);
    return true;
  });
  const second = leaveAs(102, folder);
  first ??= leaveAs(101, folder);
  expect([first, second]).toContain(true);
  await rm(folder, { recursive: true });
});
