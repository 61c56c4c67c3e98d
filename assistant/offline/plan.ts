import type { Context } from "@/language/calendar";
import { add, offer } from "./plans/add";
import { change, changeNamesake } from "./plans/change";
import { label } from "./plans/label";
import { nest, unnest } from "./plans/nest";
import { show } from "./plans/show";
import { skip } from "./plans/skip";
import { chat, clock, undo } from "./plans/talk";
import { tick } from "./plans/tick";
import { HARMLESS, type Request } from "./request";
import type { Plan, Scene } from "./scene";
import { tooLong } from "./words";

/** How a request is carried out: the calls that it takes, one after another, and what to say in the end. */
export function* plan(request: Request, scene: Scene, context: Context, replied = ""): Plan {
  if (request.isCut && !HARMLESS.has(request.sense)) return { say: tooLong(request.clause.text) };
  switch (request.sense) {
    case "add":
      return (yield* changeNamesake(request, scene, context)) ?? (yield* add(request, context));
    case "offer":
      return yield* offer(request, context);
    case "show":
      return yield* show(request, scene, context);
    case "complete":
    case "reopen":
    case "delete":
    case "restore":
      return yield* tick(request.sense, request, scene, context);
    case "change":
    case "rename":
    case "rank":
    case "tag":
    case "untag":
    case "describe":
    case "unset":
      return yield* change(request, scene, context);
    case "skip":
      return yield* skip(request, scene, context);
    case "relabel":
    case "recolour":
      return yield* label(request, scene, context);
    case "nest":
      return yield* nest(request, scene, context);
    case "unnest":
      return yield* unnest(request, scene, context);
    case "undo":
      return yield* undo(scene);
    case "clock":
      return clock(request, context);
    default:
      return chat(request, replied);
  }
}
