import { randomBytes } from "node:crypto";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { afterAll, inject } from "vitest";
import { asNeon, throughGateway } from "@/db/testing-neon";
import { openPooler } from "@/db/testing-pooler";
import { inDatabase } from "@/db/testing-url";

/**
 * Runs before each test file: gives it a database of its own, and points the settings at it before anything reads them. With
 * TEST_DRIVER=neon the database looks like one of Neon's, and their driver speaks to it; with TEST_DRIVER=pooler PgBouncer stands before it.
 */
const { url, template, dataDir, gateway } = inject("testing");
const name = `tandem_test_${randomBytes(8).toString("hex")}`;
const own = inDatabase(url, name);
throughGateway(gateway);
const driver = process.env.TEST_DRIVER;
const pooler = driver === "pooler" ? await openPooler(url) : undefined;
process.env.DATABASE_URL = driver === "neon" ? asNeon(own) : (pooler?.url(name) ?? own);
process.env.DATA_DIR = join(dataDir, name);
if (pooler) process.env.DATABASE_URL_UNPOOLED = own;
else delete process.env.DATABASE_URL_UNPOOLED;

await query(`create database ${name} template ${template}`);

afterAll(async () => {
  const { pool } = await import("@/db/client");
  if (!pool.ending) await pool.end();
  await pooler?.close();
  await query(`drop database ${name} with (force)`);
  await rm(join(dataDir, name), { recursive: true, force: true });
});

async function query(sql: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query(sql);
  await client.end();
}
