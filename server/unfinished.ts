/** One set for the process, however often Next evaluates this module. */
const shared = globalThis as typeof globalThis & { tandemUnfinished?: Set<AbortController> };
shared.tandemUnfinished ??= new Set();

/** Work that may outlive its request, such as the assistant's reply to a tab that was closed: a stop waits for it, and then aborts it. */
export const unfinished = shared.tandemUnfinished;
