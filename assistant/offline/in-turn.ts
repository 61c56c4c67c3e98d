import { merge } from "./merge";
import type { Result } from "./results";
import { after, type Call, type Lookup, type Outcome, type Plan, type Scene } from "./scene";

/** What a message comes to in the end: what is said to it, and the scene that it leaves. */
export type Response = { say: string; scene: Scene };

/** Several calls at once, and their results in the same order. */
export type Exchange = Generator<Call[], Response, Result[]>;

// Not true of a message of which something else was done.
const UNCHANGED = / Nothing was changed\.$/;

/** Runs groups of plans one after the other, each knowing what came before it. */
export function* inTurn(groups: Array<Array<(scene: Scene) => Plan>>, scene: Scene): Exchange {
  const all: Outcome[] = [];
  let now = scene;
  for (const group of groups) {
    const outcomes = yield* together(group.map((begin) => begin(now)));
    all.push(...outcomes);
    now = after(scene, all);
  }
  const says = all.map(({ say }) => (all.some(({ last }) => last) ? say.replace(UNCHANGED, "") : say));
  return { say: [...new Set(says)].filter(Boolean).join("\n\n"), scene: now };
}

/** Runs plans side by side: each round makes the next call of every plan that is not at its end. */
export function* together<T>(plans: Lookup<T>[]): Generator<Call[], T[], Result[]> {
  const steps = plans.map((one) => one.next());
  for (;;) {
    const waiting = steps.flatMap((step, at) => (step.done ? [] : [{ at, call: step.value }]));
    if (waiting.length === 0) break;
    const { calls, apart } = merge(waiting.map(({ call }) => call));
    const results = apart(yield calls);
    waiting.forEach(({ at }, nth) => {
      const result = results[nth];
      const next = result && plans[at]?.next(result);
      if (next) steps[at] = next;
    });
  }
  return steps.flatMap((step) => (step.done ? [step.value] : []));
}
