import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import * as embedded from "@/db/embedded";
import { lives } from "@/db/embedded/processes";
import * as migrator from "@/db/migrator";
import { openGateway } from "@/db/testing-neon";
import { inDatabase } from "@/db/testing-url";

declare module "vitest" {
  export interface ProvidedContext {
    /** A server for this run, the name of its migrated template database, a folder for DATA_DIR, and the port of Neon's stand-in. */
    testing: { url: string; template: string; dataDir: string; gateway: number };
  }
}

const PREFIX = "tandem-test-";

/**
 * Runs once before all tests that need a database: starts a PostgreSQL of their own (or takes TEST_DATABASE_URL's) and
 * migrates one database, of which each test file gets a copy. Afterwards nothing is left, neither process nor file.
 * The role in TEST_DATABASE_URL should be a superuser: another cannot drop a database while autovacuum is at work in it.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await sweep();
  const dataDir = await mkdtemp(join(tmpdir(), `${PREFIX}${process.pid}-`));
  const outside = process.env.TEST_DATABASE_URL;
  const url = outside ?? embedded.url(await embedded.ensure(dataDir));
  const template = `tandem_template_${process.pid}`;

  await query(url, `create database ${template}`);
  const client = new pg.Client(inDatabase(url, template));
  await client.connect();
  await migrator.migrate({ client });
  await client.end();
  const gateway = await openGateway(url);
  project.provide("testing", { url, template, dataDir, gateway: gateway.port });

  return async () => {
    await gateway.close();
    if (outside) await query(url, `drop database ${template}`);
    else await embedded.stop(dataDir);
    await rm(dataDir, { recursive: true, force: true });
  };
}

async function query(url: string, sql: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query(sql);
  await client.end();
}

/**
 * A run that was killed could not tidy up; the next one does. Its process id stands in the folder's name.
 * What cannot be removed (a disk is mounted there, it is another user's) is left, and does not stop the tests.
 */
async function sweep(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const owner = name.startsWith(PREFIX) ? Number.parseInt(name.slice(PREFIX.length), 10) : undefined;
    if (owner === undefined || lives(owner)) continue;
    const left = join(tmpdir(), name);
    try {
      await embedded.stop(left);
      await rm(left, { recursive: true, force: true });
    } catch (error) {
      console.warn(`${left} was left by an earlier run and could not be removed:`, error);
    }
  }
}
