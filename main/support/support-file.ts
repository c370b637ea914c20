import { readFile, readdir } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { ReachCheck } from '../../preload/support-views.ts';
import type { DeskStatus } from '../../preload/views.ts';
import type { JournalState } from '../self-check/looks.ts';
import type { Settings } from '../settings.ts';
import { zipped, type FileOfZip } from './zip.ts';

export interface SupportParts {
  readonly home: string;
  readonly status: () => DeskStatus;
  readonly settings: () => Settings;
  readonly journal: () => JournalState | undefined;
  readonly reach: () => Promise<readonly ReachCheck[]>;
}

/**
 * What somebody needs who helps from afar (G12): how the gate is set up, what its devices and its line do, and its log. Nobody's name
 * is in it, no badge and no secret: of what the desk shows it takes only what is about the gate.
 */
export async function supportFile(parts: SupportParts): Promise<Uint8Array> {
  const { nowMs, appVersion, runtime, siteName, gateName, timeZone, ...shown } = parts.status();
  const { connection, staleness, devices, doors, faults, counts, camera } = shown;
  const about = {
    madeAt: new Date(nowMs).toISOString(),
    appVersion,
    runtime,
    system: `${os.platform()} ${os.release()} ${os.arch()}`,
    memoryMb: { whole: toMb(os.totalmem()), free: toMb(os.freemem()), program: toMb(process.memoryUsage.rss()) },
    upHours: Math.round(os.uptime() / 360) / 10,
    siteName,
    gateName,
    timeZone,
  };
  return zipped([
    json('about', about),
    json('state', { connection, staleness, devices, doors, faults, counts, camera }),
    json('settings', parts.settings()),
    json('reach', await parts.reach()),
    json('journal', parts.journal() ?? 'this gate is not enrolled'),
    ...(await logs(path.join(parts.home, 'log'))),
  ]);
}

const toMb = (bytes: number): number => Math.round(bytes / 1_000_000);

const json = (name: string, value: unknown): FileOfZip => ({
  name: `${name}.json`,
  bytes: Buffer.from(`${JSON.stringify(value, null, 2)}\n`),
});

async function logs(folder: string): Promise<FileOfZip[]> {
  const names = await readdir(folder).catch(() => []);
  return Promise.all(
    names.map(async (name) => ({ name: `log/${name}`, bytes: await readFile(path.join(folder, name)) })),
  );
}
