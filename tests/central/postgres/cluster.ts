import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { seedDemo } from '../../../central/demo/seed.ts';
import { openCentral } from '../../../central/open.ts';
import { openCluster } from '../../../scripts/postgres/cluster.ts';
import { START_MS } from '../start-ms.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A server on which databases may be made. */
    postgresUrl: string;
    /** A database with the demo in it, to make others from. */
    seededDatabase: string;
  }
}

/** One PostgreSQL server for all files of this project. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await openCluster();
  const seeded = `gatehouse_seeded_${process.pid}`;
  await seed(await cluster.createDatabase(seeded));
  project.provide('postgresUrl', cluster.urlOf('postgres'));
  project.provide('seededDatabase', seeded);
  return cluster.stop;
}

/** Filling the demo takes longer than most tests: it is done once, at the time at which they start. */
async function seed(databaseUrl: string): Promise<void> {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'gatehouse-seed-'));
  const central = await openCentral({ dataDirectory, databaseUrl, demo: true, now: () => START_MS });
  await seedDemo(central);
  await central.store.close();
  await rm(dataDirectory, { recursive: true });
}
