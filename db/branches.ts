import { setTimeout as sleep } from "node:timers/promises";
import {
  type Api,
  type Branch,
  createApiClient,
  EndpointType,
  type Operation,
  OperationStatus,
} from "@neondatabase/api-client";
import { Refusal } from "@/db/refusal";

/** A project at Neon, and the right to change it. */
export type Project = { id: string; api: Api<unknown> };

/** How long Neon may take for one thing, and how long we rest between two questions about it; in milliseconds. */
const PATIENCE = 120_000;
const PAUSE = 500;

const UNDER_WAY = new Set([OperationStatus.Scheduling, OperationStatus.Running, OperationStatus.Cancelling]);

/** Nothing is asked of Neon yet. `baseURL` is another API than Neon's own. */
export function openProject(id: string, apiKey: string, baseURL?: string): Project {
  return { id, api: createApiClient({ apiKey, ...(baseURL && { baseURL }) }) };
}

/** Every branch of the project, the newest last. */
export async function list({ id, api }: Project): Promise<Branch[]> {
  const branches: Branch[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = { projectId: id, sort_by: "created_at", sort_order: "asc", limit: 100, cursor } as const;
    const { data } = await ask(() => api.listProjectBranches(page));
    branches.push(...data.branches);
    cursor = data.branches.length > 0 ? data.pagination?.next : undefined;
    if (!cursor) return branches;
  }
}

/**
 * Makes a branch of the default one, all its data included, with a compute of its own, and waits until it can be connected to.
 * @returns its connection strings: `pooled` to run on, `direct` to migrate over.
 * @throws Refusal when there is a branch of that name, or Neon says no.
 */
export async function create(project: Project, name: string): Promise<{ pooled: string; direct: string }> {
  if (await find(project, name)) throw new Refusal(`There’s already a branch called "${name}".`);
  const { data } = await ask(() =>
    project.api.createProjectBranch(project.id, {
      branch: { name },
      endpoints: [{ type: EndpointType.ReadWrite }],
    }),
  );
  await finished(project, data.operations);
  const [connection] = data.connection_uris ?? [];
  if (!connection)
    throw new Error(`Neon created the branch "${name}", but didn’t say how to connect to it. Look in its console.`);
  const { host, pooler_host } = connection.connection_parameters;
  return { pooled: connection.connection_uri.replace(host, pooler_host), direct: connection.connection_uri };
}

/** Deletes a branch and all that is in it. @throws Refusal when there is none, it is one that must stay, or Neon says no. */
export async function remove(project: Project, name: string): Promise<void> {
  const branch = await find(project, name);
  if (!branch) throw new Refusal(`There’s no branch called "${name}".`);
  if (branch.default || branch.protected)
    throw new Refusal(`"${name}" is the default branch or protected, so it can’t be deleted.`);
  const { data } = await ask(() => project.api.deleteProjectBranch({ projectId: project.id, branchId: branch.id }));
  await finished(project, data?.operations ?? []);
}

async function find(project: Project, name: string): Promise<Branch | undefined> {
  return (await list(project)).find((branch) => branch.name === name);
}

/** Neon answers when it has begun; what it does then are operations. */
async function finished({ id, api }: Project, operations: Operation[]): Promise<void> {
  const deadline = Date.now() + PATIENCE;
  for (let operation of operations) {
    while (UNDER_WAY.has(operation.status)) {
      if (Date.now() > deadline) throw new Error(`Neon is still busy with "${operation.action}" after two minutes.`);
      await sleep(PAUSE);
      ({ operation } = (await ask(() => api.getProjectOperation(id, operation.id))).data);
    }
    if (operation.status !== OperationStatus.Finished && operation.status !== OperationStatus.Skipped)
      throw new Error(`Neon could not finish "${operation.action}": ${operation.error ?? operation.status}.`);
  }
}

/** While the project is locked by another operation Neon does nothing and says 423; then it is asked again. */
async function ask<T>(call: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    try {
      return await call();
    } catch (error) {
      const { status, data } = (error as { response?: { status: number; data?: { message?: string } } }).response ?? {};
      // Not the error itself, nor as a cause: it carries the request, and that the key.
      if (status === undefined) throw new Error(`Neon gave no answer: ${(error as Error).message}`);
      if (status !== 423 || Date.now() > deadline)
        throw new Refusal(`Neon says ${status}: ${data?.message ?? "no details"}`);
      await sleep(PAUSE);
    }
  }
}
