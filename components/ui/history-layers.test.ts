import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { historyLayers } from "@/components/ui/history-layers";

const start = { url: "https://tandem.example/start", state: null as unknown };

/** A tab's history: moves take a moment, and are told of by "popstate". */
function browser(entries = [start], at = 0) {
  let arrive: (event: Event) => void = () => {};
  const heard: string[] = [];
  const location = {
    get href() {
      return entries[at]?.url ?? "";
    },
  } as Location;
  const resolve = (url?: string | URL | null) => (url == null ? location.href : new URL(url, location.href).href);
  const history = {
    get state() {
      return entries[at]?.state;
    },
    pushState(state: unknown, _: string, url?: string | URL | null) {
      entries.splice(at + 1, entries.length, { url: resolve(url), state });
      at++;
    },
    replaceState(state: unknown, _: string, url?: string | URL | null) {
      entries[at] = { url: resolve(url), state };
    },
    go(by: number) {
      setTimeout(() => {
        if (by === 0 || at + by < 0 || at + by >= entries.length) return;
        at += by;
        let isHeard = true;
        arrive({ stopImmediatePropagation: () => (isHeard = false) } as unknown as Event);
        if (isHeard) heard.push(location.href);
      }, 3);
    },
  } as History;
  const layers = historyLayers({ history, location, isPhone: () => true });
  arrive = layers.arrive;
  return { history, location, layers, entries, heard, at: () => at };
}

/** Loads the page anew: it has no layers, and the history is as it was. */
function reloaded({ entries, at }: ReturnType<typeof browser>) {
  const tab = browser(entries, at());
  tab.layers.settle();
  return tab;
}

/** What the router writes along with an entry: what it finds there when it begins to write. */
const found = ({ history }: ReturnType<typeof browser>) => ({ ...(history.state as object | null) });

/** A layer as a component has it: closed by Back or by itself, it says so once. */
function open({ layers }: ReturnType<typeof browser>) {
  const layer = { isOpen: true, close: () => {} };
  const remove = layers.add({ close: () => layer.close() });
  layer.close = () => {
    if (!layer.isOpen) return;
    layer.isOpen = false;
    remove();
  };
  return layer;
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());
const rest = () => vi.runAllTimers();

describe("with a sheet open", () => {
  function opened() {
    const tab = browser();
    tab.history.pushState({}, "", "/today");
    const sheet = open(tab);
    rest();
    return { ...tab, tab, sheet };
  }

  test("Back closes it and stays, and the router hears nothing", () => {
    const { history, location, sheet, heard } = opened();
    history.go(-1);
    rest();
    expect(sheet.isOpen).toBe(false);
    expect(location.href).toBe("https://tandem.example/today");
    expect(heard).toEqual([]);
    history.go(-1);
    rest();
    expect(heard).toEqual(["https://tandem.example/start"]);
  });

  test("Back closes the menu in it first", () => {
    const { history, tab, sheet } = opened();
    const menu = open(tab);
    rest();
    history.go(-1);
    rest();
    expect([menu.isOpen, sheet.isOpen]).toEqual([false, true]);
    history.go(-1);
    rest();
    expect(sheet.isOpen).toBe(false);
  });

  test("Back twice leaves the page as well", () => {
    const { history, location, sheet } = opened();
    history.go(-1);
    history.go(-1);
    rest();
    expect(sheet.isOpen).toBe(false);
    expect(location.href).toBe("https://tandem.example/start");
  });

  test("Back right after it has closed leaves the page", () => {
    const { history, location, sheet } = opened();
    sheet.close();
    history.go(-1);
    rest();
    expect(location.href).toBe("https://tandem.example/start");
  });

  test("closing it takes its entry along, and Forward does not bring a half of it", () => {
    const { history, sheet, at } = opened();
    sheet.close();
    rest();
    expect(at()).toBe(1);
    history.go(1);
    rest();
    expect(at()).toBe(1);
  });

  test("a link in it leads to a page that Back leaves for the one below", () => {
    const { history, location, sheet, entries } = opened();
    history.pushState({}, "", "/upcoming");
    sheet.close();
    rest();
    expect(entries.map(({ url }) => new URL(url).pathname)).toEqual(["/start", "/today", "/upcoming"]);
    history.go(-1);
    rest();
    expect(location.href).toBe("https://tandem.example/today");
  });

  test("a link that takes its time does so, too", () => {
    const { history, sheet, entries } = opened();
    sheet.close();
    vi.advanceTimersByTime(1);
    history.pushState({}, "", "/upcoming");
    rest();
    expect(entries.map(({ url }) => new URL(url).pathname)).toEqual(["/start", "/today", "/upcoming"]);
  });

  test("a choice in it that changes the page's address is not taken back by closing it", () => {
    const { history, location, sheet } = opened();
    history.replaceState({}, "", "/today?sort=manual");
    sheet.close();
    rest();
    expect(location.href).toBe("https://tandem.example/today?sort=manual");
  });

  test("what the router writes into its entry does not make a page of it", () => {
    const { history, location, sheet } = opened();
    history.replaceState({ tree: 1 }, "", "/today");
    history.go(-1);
    rest();
    expect(sheet.isOpen).toBe(false);
    expect(location.href).toBe("https://tandem.example/today");
  });

  test("a page that is loaded anew with it leaves its entry, and no other, whenever the router writes", () => {
    for (const wait of [0, 1, 2, 3, 4, 5]) {
      const tab = reloaded(opened().tab);
      vi.advanceTimersByTime(wait);
      tab.history.replaceState(found(tab), "", "/today");
      rest();
      expect(tab.at(), `after ${wait} ms`).toBe(1);
    }
  });

  test("another one that opens as it closes takes its place", () => {
    const { history, tab, sheet, at } = opened();
    sheet.close();
    const help = open(tab);
    rest();
    expect(at()).toBe(2);
    history.go(-1);
    rest();
    expect(help.isOpen).toBe(false);
  });
});

test("whatever is opened, closed and gone to, one Back at rest closes one layer or leaves the page", () => {
  const act = fc.constantFrom("open", "close", "back", "forward", "go", "choose", "write", "reload", "rest");
  fc.assert(
    fc.property(fc.array(act, { maxLength: 25 }), (acts) => {
      let tab = browser();
      let all: Array<ReturnType<typeof open>> = [];
      const left = () => all.filter(({ isOpen }) => isOpen);
      for (const [n, act] of acts.entries()) {
        if (act === "open") all.push(open(tab));
        if (act === "close") left().at(-1)?.close();
        if (act === "back") tab.history.go(-1);
        if (act === "forward") tab.history.go(1);
        if (act === "go") tab.history.pushState(found(tab), "", `/page-${n}`);
        if (act === "choose") tab.history.replaceState(found(tab), "", `?choice=${n}`);
        if (act === "write") tab.history.replaceState(found(tab), "", tab.location.href);
        if (act === "rest") rest();
        if (act === "reload") {
          rest();
          tab = reloaded(tab);
          all = [];
        }
      }
      rest();
      const before = left().length;
      const { href } = tab.location;
      tab.history.go(-1);
      rest();
      if (before > 0) {
        expect(left().length).toBe(before - 1);
        expect(tab.location.href).toBe(href);
      }
    }),
  );
});
