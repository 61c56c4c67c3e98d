import { outageOf } from "@/db/outage";

/** One for the process, however often Next evaluates this module. */
const shared = globalThis as typeof globalThis & { tandemGate?: () => Promise<void> };

/** What has to come to pass before a connection is opened, if anything still has. Throws what stands in the way. */
export const ready = (): Promise<void> | undefined => shared.tandemGate?.();

/**
 * Lets nobody at the database until `prepare` has succeeded once. It is tried again with each request that would need it, never twice
 * at once. Where it fails for another reason than an outage there is nothing to wait for, and the gate is opened.
 * @returns what the first try comes to.
 */
export function firstOfAll(prepare: () => Promise<void>): Promise<void> {
  let attempt: Promise<void> | undefined;
  const open = () => {
    shared.tandemGate = undefined;
  };
  const attend = async () => {
    try {
      await prepare();
      open();
    } catch (error) {
      if (!outageOf(error)) open();
      throw error;
    } finally {
      attempt = undefined;
    }
  };
  shared.tandemGate = () => {
    attempt ??= attend();
    return attempt;
  };
  return shared.tandemGate();
}
