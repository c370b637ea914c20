import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { generateIssuerKey, openIssuerKey, type IssuerSigner } from '../../central/sign.ts';
import type { Fact } from '../../core/event/event.ts';
import { createCache } from '../../main/cache/cache.ts';
import { createClock, type Clock } from '../../main/clock.ts';
import { createJournal, type Journal } from '../../main/journal/journal.ts';
import { closeJournalFile } from '../../main/journal/open.ts';
import { openStore } from '../../main/journal/recover.ts';
import { createNewId } from '../../main/new-id.ts';
import type { Sqlite } from '../../main/sqlite.ts';
import { sha256Hex } from '../../main/verify.ts';
import type { Say } from '../console.ts';
import { orderId, pastBadgeId, PLACE, siteOf, workerId } from './site.ts';

/** Beside each other, as in a gate's folder. Raise it when what is prepared changes. */
const FORM = 7;
const CHANGES_A_PAGE = 5000;
const EVENTS_A_WRITE = 5000;
const DAY_MS = 86_400_000;

export interface Size {
  readonly people: number;
  readonly events: number;
}
export interface Prepared {
  readonly home: string;
  readonly signer: IssuerSigner;
}

/** A gate's folder with so many people and events in it, made by main's own code. Kept for the next run. */
export function prepare(size: Size, say: Say): Prepared {
  const home = path.join(tmpdir(), `gatehouse-bench-${FORM}-${size.people}-${size.events}`);
  const keyFile = (folder: string): string => path.join(folder, 'issuer.pem');
  if (!existsSync(home)) {
    const making = `${home}.making`;
    rmSync(making, { recursive: true, force: true });
    mkdirSync(making);
    const signer = generateIssuerKey('EdDSA');
    writeFileSync(keyFile(making), signer.privatePem);
    fill(making, size, signer, say);
    renameSync(making, home);
  }
  return { home, signer: openIssuerKey(readFileSync(keyFile(home), 'utf8')) };
}

export function openPrepared(home: string): Sqlite {
  const opened = openStore(home, Date.now());
  if (!opened.ok) throw new Error(`${opened.fault.code}: ${opened.fault.detail}`);
  return opened.value.db;
}

export const journalOf = (db: Sqlite, clock: Clock): Journal =>
  createJournal({ db, identity: PLACE, clock, sha256: sha256Hex, newId: createNewId() });

function fill(home: string, { people, events }: Size, signer: IssuerSigner, say: Say): void {
  const startedMs = performance.now();
  const db = openPrepared(home);
  const cache = createCache(db);
  let page = [];
  for (const change of siteOf(people, signer, Date.now())) {
    if (page.push(change) < CHANGES_A_PAGE) continue;
    refuseNone(cache.apply(page, 'bench', false, Date.now()));
    page = [];
  }
  refuseNone(cache.apply(page, 'bench', true, Date.now()));
  say(`${people} people prepared in ${seconds(startedMs)}`);

  const journal = journalOf(db, createClock());
  const beganMs = Date.now() - 30 * DAY_MS;
  for (let n = 0; n < events; n += EVENTS_A_WRITE) {
    const count = Math.min(EVENTS_A_WRITE, events - n);
    const facts = Array.from({ length: count }, (_, k) => pastFact(n + k, people));
    const written = journal.append(facts, Math.round(beganMs + (n / events) * 28 * DAY_MS));
    if (!written.ok) throw new Error(`the journal of the benchmark could not be written: ${written.fault}`);
  }
  say(`${events} events prepared in ${seconds(startedMs)}`);
  closeJournalFile(db);
}

const seconds = (sinceMs: number): string => `${((performance.now() - sinceMs) / 1000).toFixed(0)} s`;

function refuseNone({ refused }: { readonly refused: readonly { readonly why: string }[] }): void {
  const [first] = refused;
  if (first) throw new Error(`the site of the benchmark does not fit the schema: ${first.why}`);
}

const SYSTEM = { kind: 'system' } as const;
const WORKER = { kind: 'worker' } as const;
const READER = { laneId: 'lane-1', scannerId: 'serial-1', source: 'serial' } as const;
const HOURS_GOOD = 24;

/** The n-th event of a gate's past: each person is granted, goes in, the door opens, goes out; in between somebody is refused. */
function pastFact(n: number, people: number): Fact {
  const who = Math.floor(n / 5) % people;
  const person = { workerId: workerId(who), badgeId: pastBadgeId(who) };
  const act = { ...person, mode: 'scan' as const, notes: [], ...READER };
  const workOrderIds = [orderId(0)];
  switch (n % 5) {
    case 0: {
      const until = new Date(Date.now() - HOURS_GOOD * 3_600_000).toISOString();
      return { type: 'access.granted', actor: SYSTEM, data: { ...person, workOrderIds, until, ...READER } };
    }
    case 1:
      return { type: 'presence.checked_in', actor: WORKER, data: { ...act, code: 'welcome', workOrderIds } };
    case 2:
      return {
        type: 'door.opened',
        actor: SYSTEM,
        data: { doorId: 'door-1', causeId: pastBadgeId(n), confirmation: 'verified', pulseMs: 3000 },
      };
    case 3:
      return { type: 'presence.checked_out', actor: WORKER, data: { ...act, code: 'goodbye', insideMs: 28_800_000 } };
    default:
      return {
        type: 'access.refused',
        actor: WORKER,
        data: { code: 'too_early', ...person, direction: 'in', ...READER },
      };
  }
}
