import { matches, NARROW, TOUCH } from "@/components/ui/media";

/** What lies over the page and can close itself. */
type Layer = { close: () => void };

/** In the state of a history entry: how many layers were open when it was made. */
const DEPTH = "layers";
/** How long a move within the history may take, in milliseconds, before it counts as made. */
const PATIENCE = 3000;

type Browser = Pick<Window, "history" | "location"> & { isPhone: () => boolean };

/**
 * Makes Back close what is open on top. On a phone every layer has a history entry, with the page's own address: Back leaves that
 * and closes the layer, and a layer that closes otherwise takes its entry along. On a desk layers have no entries; they close when
 * one leaves the page.
 *
 * Next's router does not hear of moves between these entries. An address that it adds while one is on top takes its place, so that
 * no Back leads to a sheet that is gone; one that it changes goes down with us to the page's own entry.
 */
export function historyLayers({ history, location, isPhone }: Browser) {
  const layers: Layer[] = [];
  const { pushState, replaceState } = history;
  // A state that the router writes may be a copy of another entry's, so each write says its own depth.
  const push = (state: object | null, depth: number, url?: string | URL | null) =>
    pushState.call(history, { ...state, [DEPTH]: depth }, "", url);
  const replace = (state: object | null, depth: number, url?: string | URL | null) =>
    replaceState.call(history, { ...state, [DEPTH]: depth }, "", url);
  const depth = () => (history.state?.[DEPTH] as number | undefined) ?? 0;
  /** What is to be written when the move that we asked for has been made; undefined while there is none. */
  let moving: Array<() => void> | undefined;
  let href = location.href;
  let behind: string | undefined;
  /** The addresses that entries of this page have, its own first, and what was last written into one of a layer. */
  let addresses = [href];
  let deep = depth();
  let changed: { state: object } | undefined;

  const leads = (url?: string | URL | null) => url != null && new URL(url, href).href !== href;

  function noteAddress() {
    href = location.href;
    addresses = depth() > 0 ? [...new Set([...addresses, href])] : [href];
    if (depth() === 0) changed = undefined;
    deep = depth();
  }

  /** Makes the entries as many as the layers. */
  function settle() {
    if (moving) return;
    const missing = layers.length - depth();
    if (missing < 0) return move(missing);
    for (let at = depth() + 1; at <= layers.length && isPhone(); at++) push(history.state, at);
    deep = depth();
  }

  function move(by: number) {
    const writes: Array<() => void> = [];
    moving = writes;
    history.go(by);
    setTimeout(() => moving === writes && land(), PATIENCE);
  }

  function land() {
    const writes = moving ?? [];
    moving = undefined;
    for (const write of writes) write();
    setTimeout(settle);
  }

  history.pushState = (state, unused, url) => {
    if (moving) return void moving.push(() => history.pushState(state, unused, url));
    behind = addresses[0];
    if (depth() === 0) push(state, 0, url);
    else replace(state, leads(url) ? 0 : depth(), url);
    noteAddress();
    setTimeout(settle);
  };

  history.replaceState = (state, unused, url) => {
    if (moving) return void moving.push(() => history.replaceState(state, unused, url));
    const at = depth();
    if (at > 0 && leads(url)) changed = { state };
    replace(state, at, url);
    noteAddress();
  };

  return {
    /** @returns What to call when it has closed. */
    add(layer: Layer) {
      layers.push(layer);
      settle();
      return () => {
        if (layers.includes(layer)) layers.splice(layers.indexOf(layer), 1);
        setTimeout(settle); // not before another one has taken its place, or a page its entry
      };
    },
    /** The browser has gone to another entry. To be called before anyone else hears of it. */
    arrive(event: Event) {
      const at = depth();
      const isSamePage = addresses.includes(location.href);
      if (isSamePage && (moving || at > 0 || layers.length > 0)) event.stopImmediatePropagation();
      if (isSamePage && changed) replace(changed.state, at, href);
      // An entry that a layer of another address has left: what is open now lies over it, and needs an entry of its own.
      if (!isSamePage && layers.length > 0) replace(history.state, 0);
      behind = undefined;
      // Back out of a layer that had just closed is meant for what lay below it.
      const isSpent = !moving && at === deep - 1 && layers.length < deep;
      const below = layers.length - deep;
      noteAddress();
      if (isSpent) return history.go(below);
      if (!moving) for (const layer of layers.splice(at).reverse()) layer.close();
      land();
    },
    settle,
    /** The address that Back leads to, where it is known. */
    behind: () => behind,
  };
}

let here: ReturnType<typeof historyLayers> | undefined;

export function layersHere() {
  if (here) return here;
  here = historyLayers({ history, location, isPhone: () => matches(TOUCH) || matches(NARROW) });
  return here;
}

/** To be called before the router listens: at a window, even a capturing listener waits for those that came before it. */
export function install() {
  const { arrive, settle } = layersHere();
  window.addEventListener("popstate", arrive);
  settle(); // the page may have been left with something open
}

/** The address that Back leads to, where it is known. */
export function addressBehind(): string | undefined {
  return layersHere().behind();
}
