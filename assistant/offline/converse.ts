import type { Exchange } from "./in-turn";
import { respond } from "./respond";
import type { Result, Row } from "./results";
import type { Call, Scene } from "./scene";
import type { Transcript, Turn } from "./transcript";

/** What the model does next: calls tools, or has said all that there is to say. */
export type Move = { calls: Call[] } | { say: string };

const START: Scene = { focus: [], listed: [], deeds: [] };

/**
 * The next move in a conversation. It is a pure function: each turn is played again from its words, fed with the results that
 * its calls had, so that nothing needs to be remembered between two calls of the model.
 */
export function next({ turns, context }: Transcript): Move {
  const last = turns.at(-1);
  if (!last) return { say: "" };
  let scene = START;
  let replied = "";
  for (const turn of turns.slice(0, -1)) {
    scene = played(turn, respond(turn.said, scene, context, replied), scene);
    replied = turn.replied;
  }
  const { step } = feed(last, respond(last.said, scene, context, replied));
  return step.done ? { say: step.value.say } : { calls: step.value };
}

/** Feeds an exchange what its calls came back with, as far as that goes. */
function feed(turn: Turn, exchange: Exchange) {
  let used = 0;
  let step = exchange.next();
  while (!step.done) {
    const made = turn.steps.slice(used, used + step.value.length);
    const results = step.value.flatMap((call, at) => (made[at]?.tool === call.tool ? [made[at].result] : []));
    if (results.length < step.value.length) break;
    used += results.length;
    step = exchange.next(results);
  }
  return { step, used };
}

// A turn that went otherwise (another model's, or one that was cut short) still leaves the tasks that it spoke of.
function played(turn: Turn, exchange: Exchange, scene: Scene): Scene {
  const { step, used } = feed(turn, exchange);
  if (step.done && used === turn.steps.length) return step.value.scene;
  const rows = rowsOf(turn.steps.at(-1)?.result);
  return rows.length > 0 ? { focus: rows, listed: rows, deeds: [] } : { ...scene, deeds: [] };
}

function rowsOf(result: Result | undefined): Row[] {
  return result ? [...result.tasks, ...result.done.flatMap(({ task }) => task ?? [])] : [];
}
