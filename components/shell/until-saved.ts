import * as session from "@/components/shell/session";

/** Asks before the page is left while `work` is under way; for what only this tab knows until then. */
export async function untilSaved<T>(work: Promise<T>): Promise<T> {
  const ask = (event: BeforeUnloadEvent) => session.isLeaving() || event.preventDefault();
  window.addEventListener("beforeunload", ask);
  try {
    return await work;
  } finally {
    window.removeEventListener("beforeunload", ask);
  }
}
