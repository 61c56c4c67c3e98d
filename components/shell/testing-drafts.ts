import { afterEach, beforeEach, vi } from "vitest";

type Stored = { user: string; field: string; draft: { text: string }; at: number };

/** What is stored, by field. */
export type Disk = Map<string, unknown>;

/** A storage of drafts that keeps them on this disk. */
export const storageOn = (disk: Disk) => ({
  all: async () => [...disk.values()],
  put: async (one: Stored) => void disk.set(one.field, one),
  remove: async ({ field }: Stored) => void disk.delete(field),
  settle: async () => {},
});

/** What one tab says, every other one hears. */
export class Channel {
  static all: Channel[] = [];
  onmessage?: (event: { data: unknown }) => void;
  constructor() {
    Channel.all.push(this);
  }
  postMessage(data: unknown) {
    for (const other of Channel.all) if (other !== this) queueMicrotask(() => other.onmessage?.({ data }));
  }
}

/** Gives each test a browser whose clock stands still, with nothing on its disk. */
export function aBrowser(disk: Disk): void {
  beforeEach(() => {
    disk.clear();
    Channel.all = [];
    vi.useFakeTimers();
    vi.stubGlobal("BroadcastChannel", Channel);
    vi.stubGlobal("addEventListener", () => {});
    vi.stubGlobal("document", new EventTarget());
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });
}

/**
 * Ada’s drafts in one more tab, and what she does to those of the field "add".
 * @param typed before the tab has what was kept.
 */
export async function aTab({ typed, guest }: { typed?: string; guest?: string } = {}) {
  vi.resetModules();
  const drafts = await import("@/components/shell/drafts");
  if (typed) drafts.write("add", { text: typed });
  await drafts.open("ada", guest);
  return {
    drafts,
    type: (text: string) => drafts.write("add", { text }),
    send: (text: string) => drafts.write(drafts.lineField("add", "turn"), { text }),
    saved: (text: string) => drafts.saved("add", text),
    clear: () => drafts.write("add", undefined),
    text: () => drafts.read("add")?.text,
    all: async () => (await drafts.list()).map(({ text }) => text).sort(),
  };
}

/** Longer than the pause after which what was typed is stored. */
export const pause = () => vi.advanceTimersByTimeAsync(1000);
