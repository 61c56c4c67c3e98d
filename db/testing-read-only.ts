import { pool } from "@/db/client";

/** From here on nothing can be written, as on a full disk, until it is said to `end`. */
export async function readOnly() {
  const { max } = pool.options;
  pool.options.max = 1; // what is set in a session holds for that connection
  await pool.query("set default_transaction_read_only = true");
  return {
    async end() {
      await pool.query("set default_transaction_read_only = false");
      pool.options.max = max;
    },
  };
}
