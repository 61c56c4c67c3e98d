import type { Request } from "./request";
import type { Query, Result, Row } from "./results";

/** A tool call that a plan wants made. */
export type Call = { tool: string; input: Record<string, unknown> };

/** What was said and done about one request, for the words and for what comes after. */
export type Outcome = {
  say: string;
  /** The tasks that "it" and "them" mean from now on; absent: as before. */
  focus?: Row[];
  /** Where `focus` holds only the first of them: what they all have in common. */
  all?: Query;
  /** The list that "the second one" counts in. */
  listed?: Row[];
  /** What was asked of the user and is still open. */
  pending?: Pending;
  /** The request that was carried out, which a correction would carry out otherwise. */
  last?: Request;
};

/** A question of ours that the next message may answer. */
export type Pending =
  | { kind: "which"; request: Request; rows: Row[] }
  | { kind: "confirm"; request: Request; rows: Row[] }
  | { kind: "title"; request: Request }
  | { kind: "when"; request: Request; rows: Row[] };

/** A request that was carried out, and on which tasks. */
export type Deed = { request: Request; rows: Row[] };

/** What a conversation has come to: everything that a message may refer back to. */
export type Scene = {
  focus: Row[];
  all?: Query;
  listed: Row[];
  /** What the latest message that came to anything had done. */
  deeds: Deed[];
  pending?: Pending;
};

/** Steps that ask for calls, are given their results, and end in an outcome. */
export type Plan = Generator<Call, Outcome, Result>;
/** The same, ending in something that a plan wants to know. */
export type Lookup<T> = Generator<Call, T, Result>;

/** The scene after what a message came to, request by request. A question stays open for one message only. */
export function after(scene: Scene, outcomes: Outcome[]): Scene {
  const deeds = outcomes.flatMap(({ last, focus }) => (last ? [{ request: last, rows: focus ?? [] }] : []));
  const pointing = outcomes.findLast((one) => one.focus);
  const { focus = scene.focus, all } = pointing ?? scene;
  const listed = outcomes.findLast((one) => one.listed)?.listed ?? (focus.length > 1 ? focus : scene.listed);
  const pending = outcomes.findLast((one) => one.pending)?.pending;
  return {
    focus,
    ...(all && { all }),
    listed,
    deeds: deeds.length > 0 ? deeds : scene.deeds,
    ...(pending && { pending }),
  };
}
