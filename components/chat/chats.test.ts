import { afterEach, expect, test, vi } from "vitest";
import * as chats from "@/components/chat/chats";
import { listen, type News } from "@/components/chat/news";

afterEach(() => vi.unstubAllGlobals());

/** Lets the server answer so, once for each time that it is asked. */
function answering(...answers: Array<() => Response>) {
  const fetch = vi.fn(async () => (answers.shift() ?? Response.error)());
  vi.stubGlobal("fetch", fetch);
  return fetch;
}

const stored = (id: string) => ({
  id,
  title: "Ferns",
  messages: [{ id: "question", role: "user", parts: [{ type: "text", text: "Add the ferns" }] }],
});

test("what was found is asked for once, what was not there or got no answer is asked for again", async () => {
  const fetch = answering(
    () => new Response(null, { status: 404 }),
    () => new Response(null, { status: 503 }),
    () => {
      throw new TypeError("fetch failed");
    },
    () => Response.json(stored("a")),
  );
  expect(await chats.history("a")).toBe("missing");
  expect(await chats.history("a")).toBe("unreachable");
  expect(await chats.history("a")).toBe("unreachable");
  expect(await Promise.all([chats.history("a"), chats.history("a")])).toEqual([stored("a"), stored("a")]);
  expect(await chats.history("a")).toEqual(stored("a"));
  expect(fetch).toHaveBeenCalledTimes(4);
});

test("a reply that went on elsewhere is news, for it may have written, and the same again is none", async () => {
  answering(
    () => Response.json(stored("b")),
    () => Response.json(stored("b")),
  );
  const chat = chats.open("b");
  const heard: News[] = [];
  const deaf = listen((news) => heard.push(news));
  expect(await chats.catchUp(chat)).toBe(true);
  expect(await chats.catchUp(chat)).toBe(false);
  deaf();
  expect(chat.messages).toEqual(stored("b").messages);
  expect(heard).toEqual([{ kind: "went on" }]);
});
