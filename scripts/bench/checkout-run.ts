import type { IssuerSigner } from '../../central/sign.ts';
import type { Fact } from '../../core/event/event.ts';
import { policySchema } from '../../core/site/entities.ts';
import { createActKeys } from '../../main/activity/act-keys.ts';
import { merged } from '../../main/activity/merged.ts';
import { createBatches } from '../../main/checkout/batches.ts';
import { createSearch } from '../../main/lists/search.ts';
import { createNewId } from '../../main/new-id.ts';
import type { Sqlite } from '../../main/sqlite.ts';
import { assembleLine, type BenchLine } from './gate-line.ts';
import { badgeText, PLACE } from './site.ts';

const WORKER = { kind: 'worker' } as const;
/** A badge is shown so often while everybody is checked out. */
const SCAN_EVERY_MS = 10;
/** Before the batch: the first until the code is compiled, the others for how long a badge takes as a rule. */
const SCANS_BEFORE = { warmUp: 300, counted: 300 };

const comesIn = (workerId: string): Fact => ({
  type: 'presence.checked_in',
  actor: WORKER,
  data: {
    workerId,
    mode: 'scan',
    code: 'welcome',
    notes: [],
    workOrderIds: [],
    laneId: 'lane-1',
    scannerId: 's',
    source: 'serial',
  },
});

export interface CheckedOut {
  /** From the first to the last act, with the badges that were shown meanwhile. */
  readonly tookMs: number;
  /** Of that, the batch's own slices. */
  readonly workedMs: number;
  /** The longest that one slice held up everything else. */
  readonly longestMs: number;
  /** From when a badge was due until it was judged and its act on disk: before the batch, and while it ran. */
  readonly usualMs: readonly number[];
  readonly meanwhileMs: readonly number[];
}

const NO_DOORS = { host: { pulse: () => Promise.reject(new Error('there is no door here')) }, doors: [] };

/** Lets so many people in, then checks all of them out as the desk does, while badges are shown, each of another person. */
export async function checkOutAll(db: Sqlite, people: number, signer: IssuerSigner): Promise<CheckedOut> {
  const line = assembleLine(db, NO_DOORS);
  const { clock, journal, presence } = line;
  const badges = badgesOf(signer);
  const before = await showBadges(line, badges, ({ length }) => length >= SCANS_BEFORE.warmUp + SCANS_BEFORE.counted);
  const ids = Array.from({ length: people }, (_, n) => `leaver-${n}`);
  for (let at = 0; at < people; at += 500) journal.append(ids.slice(at, at + 500).map(comesIn));
  db.pragma('wal_checkpoint(TRUNCATE)');

  const slicesMs: number[] = [];
  let resumedMs = Number.NaN;
  const endSlice = (): void => {
    if (!Number.isNaN(resumedMs)) slicesMs.push(performance.now() - resumedMs);
  };
  const batches = createBatches({
    db,
    append: (facts) => journal.append(facts),
    actor: () => ({ kind: 'user', userId: 'bench' }),
    clock,
    identity: { ...PLACE, centralUrl: 'http://127.0.0.1/', deviceToken: '' },
    journal,
    newId: createNewId(),
    policy: () => policySchema.parse({ id: 'policy', locationId: PLACE.locationId }),
    presence,
    async breathe() {
      endSlice();
      await new Promise((resolve) => setImmediate(resolve));
      resumedMs = performance.now();
    },
    changed: endSlice,
  });
  const startedMs = performance.now();
  const leavers = ids.map((workerId) => ({ workerId, locationId: PLACE.locationId }));
  batches.start(leavers, { reason: 'bench', mayAt: () => true });
  let tookMs = Number.NaN;
  const settled = batches.settled().then(() => void (tookMs = performance.now() - startedMs));
  const meanwhileMs = await showBadges(line, badges, () => !Number.isNaN(tookMs));
  await settled;
  line.stop();
  const done = batches.latest()?.checkedOut;
  if (done !== people) throw new Error(`${done} of ${people} were checked out`);
  return {
    tookMs,
    workedMs: slicesMs.reduce((sum, ms) => sum + ms, 0),
    longestMs: Math.max(...slicesMs),
    usualMs: before.slice(SCANS_BEFORE.warmUp),
    meanwhileMs,
  };
}

function* badgesOf(signer: IssuerSigner): Generator<string> {
  for (let n = 0; ; n += 1) yield badgeText(n, signer, Date.now());
}

/** One badge after the other through the gate's whole line, as they are due, until it is enough. Returns how long each took. */
async function showBadges(
  { gate }: BenchLine,
  badges: Iterator<string>,
  isEnough: (tookMs: readonly number[]) => boolean,
): Promise<number[]> {
  const tookMs: number[] = [];
  let raw = String(badges.next().value);
  let dueMs = performance.now() + SCAN_EVERY_MS;
  await new Promise<void>((resolve) => {
    const timer = setInterval(() => {
      if (isEnough(tookMs)) {
        clearInterval(timer);
        resolve();
        return;
      }
      const startedMs = Math.min(dueMs, performance.now());
      const outcome = gate.submit({ source: 'serial', scannerId: 'serial-1', laneId: 'lane-1', raw, atMs: Date.now() });
      tookMs.push(performance.now() - startedMs);
      if (outcome?.decision.kind !== 'admit')
        throw new Error(`not admitted: ${outcome?.decision.code ?? 'no outcome'}`);
      raw = String(badges.next().value);
      dueMs = performance.now() + SCAN_EVERY_MS;
    }, SCAN_EVERY_MS);
  });
  return tookMs;
}

/** As the desk looks for them: by turns of main. */
const TURN_MS = 4;

/** The first page of all acts, as often as asked. */
export function openActivity(db: Sqlite, runs: number): number[] {
  const findActs = createActKeys(db, createSearch(db));
  return Array.from({ length: runs }, () => {
    const startedMs = performance.now();
    const { own, told } = findActs({ query: '' }, [PLACE.locationId], PLACE);
    const all = merged([...own.strands, ...told()]);
    while (!all.reaches(100)) all.look(performance.now() + TURN_MS);
    all.keys(0, 100);
    return performance.now() - startedMs;
  });
}
