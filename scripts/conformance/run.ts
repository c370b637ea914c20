import { Departure, NotTried, type Check, type Clause } from './check.ts';
import { badgeChecks } from './checks/badges.ts';
import { blobChecks } from './checks/blobs.ts';
import { changeChecks } from './checks/changes.ts';
import { deviceChecks, lastChecks } from './checks/devices.ts';
import { eventChecks } from './checks/events.ts';
import { generalChecks } from './checks/general.ts';
import { presenceChecks } from './checks/presence.ts';
import { streamChecks } from './checks/stream.ts';
import type { ConformanceOptions } from './options.ts';
import { Trial } from './trial.ts';

/** In the order in which they are run: the first enrols the device that the others work with, the last ends its tokens. */
export const CHECKS: readonly Check[] = [
  ...deviceChecks,
  ...generalChecks,
  ...changeChecks,
  ...eventChecks,
  ...presenceChecks,
  ...streamChecks,
  ...blobChecks,
  ...badgeChecks,
  ...lastChecks,
];

export interface Found {
  readonly id: string;
  readonly clause: Clause;
  readonly says: string;
  readonly outcome: 'kept' | 'not_kept' | 'not_tried';
  /** What was done instead, or what the check would have needed. */
  readonly why?: string;
}

/** Runs every check once, one after the other; a bug in a check is thrown. */
export async function runChecks(options: ConformanceOptions, told: (found: Found) => void): Promise<readonly Found[]> {
  const trial = new Trial(options);
  const all: Found[] = [];
  for (const check of CHECKS) {
    const found = await look(check, trial);
    told(found);
    all.push(found);
  }
  return all;
}

export async function look<T>(check: Check<T>, trial: T): Promise<Found> {
  const { id, clause, says } = check;
  try {
    await check.run(trial);
    return { id, clause, says, outcome: 'kept' };
  } catch (fault) {
    if (fault instanceof Departure) return { id, clause, says, outcome: 'not_kept', why: fault.message };
    if (fault instanceof NotTried) return { id, clause, says, outcome: 'not_tried', why: fault.message };
    throw fault;
  }
}
