import { setTimeout as sleep } from "node:timers/promises";
import { createEdge } from "../edge.ts";
import { stopOnSignal } from "../stop.ts";

/** A server that is asked much and stops when it is told to; says its port. */
const { server, answering } = createEdge(async (_, response) => {
  await sleep(5);
  response.end("done");
}, {});
stopOnSignal(server, answering, async () => {});
server.listen(0, "127.0.0.1", () => console.info(server.address()));
