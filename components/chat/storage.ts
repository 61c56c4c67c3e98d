"use client";

/** A browser's storage that never throws: where it is switched off or full, things are kept as long as the page lives. */
export function storage(kind: "localStorage" | "sessionStorage") {
  const kept = new Map<string, string | undefined>();

  function get(key: string): string | undefined {
    if (!kept.has(key)) kept.set(key, attempt(() => window[kind].getItem(key)) ?? undefined);
    return kept.get(key);
  }

  function put(key: string, value: string | undefined) {
    kept.set(key, value);
    attempt(() => (value === undefined ? window[kind].removeItem(key) : window[kind].setItem(key, value)));
  }

  return { get, put };
}

function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
