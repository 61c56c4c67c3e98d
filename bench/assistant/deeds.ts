import type { Sense } from "@/assistant/offline/grammar/rule";
import type { Request } from "@/assistant/offline/request";

/** A sense as the public sets know it: what is done to the list. */
export type Deed = "show" | "add" | "change" | "complete" | "delete" | "clock" | "none";

const DEEDS: Partial<Record<Sense, Deed>> = {
  show: "show",
  add: "add",
  offer: "add",
  change: "change",
  rename: "change",
  rank: "change",
  tag: "change",
  untag: "change",
  describe: "change",
  unset: "change",
  relabel: "change",
  recolour: "change",
  nest: "change",
  unnest: "change",
  reopen: "change",
  complete: "complete",
  delete: "delete",
  undo: "delete",
  clock: "clock",
};

/** What requests do to the list. An offer counts as what it offers; it writes nothing before the user agrees. */
export const deedsOf = (requests: Request[]): Deed[] => requests.map(({ sense }) => DEEDS[sense] ?? "none");
