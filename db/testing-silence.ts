import { pool } from "@/db/client";

/** From here on the database answers no statement that is sent outside of a transaction, until it is said to `end`. */
export function silence() {
  const { query } = pool;
  const waiting: Array<(reason: Error) => void> = [];
  const never = () => new Promise((_, giveUp) => waiting.push(giveUp));
  Object.assign(pool, { query: never });
  return {
    /** How many statements have been sent meanwhile. */
    asked: () => waiting.length,
    end() {
      Object.assign(pool, { query });
      for (const giveUp of waiting) giveUp(new Error("Connection terminated"));
    },
  };
}
