import { sweepBlobs } from '../blobs/sweep.ts';
import { closeForgotten } from '../forgotten/close-forgotten.ts';
import type { Ground } from '../ground.ts';
import { openAnchorKey } from '../journal/anchor-key.ts';
import type { Log } from '../log.ts';
import type { Settings } from '../settings.ts';
import { letTimesheetsLeave } from '../timesheets/let-leave.ts';
import { sha256Hex } from '../verify.ts';
import { createKeeping, type Cleaned } from './keeping.ts';
import { createKept, type Kept } from './kept.ts';
import { wipeLogs } from './wipe.ts';
import { createWordsRead } from './words-read.ts';
import { createWordKeeping } from './words.ts';
import { nextTurn } from '../next-turn.ts';

export interface UpkeepParts {
  readonly settings: () => Pick<Settings, 'keeping'>;
  readonly log: Log;
  readonly setTimer: (run: () => void, ms: number) => () => void;
  readonly changed: () => void;
}

/** After a start there is much else to do. */
const FIRST_CLEAN_MS = 10 * 60_000;
const CLEAN_EVERY_MS = 6 * 3_600_000;
/** Whether somebody was removed; what central sends in one go is waited for. */
const LOOK_EVERY_MS = 2000;

/** What a gate does by itself to what it holds: stays that nobody ended, and what need not be kept any longer. */
export function openUpkeep(ground: Ground, parts: UpkeepParts): { readonly kept: Kept; readonly stop: () => void } {
  const { db, cache, clock, identity } = ground;
  const { setTimer, log } = parts;
  const stopForgotten = closeForgotten(ground, setTimer, parts.changed);
  let isStopped = false;
  let nextAtMs: number | undefined;
  let last: Cleaned | undefined;
  const sweep = () => sweepBlobs({ ...ground, breathe: nextTurn, isStopped: () => isStopped });
  const cleaning = identity.anchorKey === undefined ? undefined : openCleaning(identity.anchorKey);

  function openCleaning(anchorKey: string) {
    const settings = (): Settings['keeping'] => parts.settings().keeping;
    const shared = { ...ground, key: openAnchorKey(anchorKey), sha256: sha256Hex, settings, log, breathe: nextTurn };
    const keeping = createKeeping(shared);
    const wordsRead = createWordsRead(db);
    const words = createWordKeeping({
      ...shared,
      nowMs: clock.nowMs,
      needed: () => wordsRead(clock.nowMs()),
      wordsDays: () => settings().wordsDays,
      knowsEverybody: () => cache.completeAtMs() !== undefined,
    });
    return { keeping, words };
  }

  /** One after the other: what one writes is what the next one looks at. */
  let line = Promise.resolve();
  const inLine = (work: () => Promise<void>): Promise<void> => {
    line = line.then(async () => {
      try {
        if (!isStopped) await work();
      } catch (error) {
        if (!isStopped) log.error({ detail: String(error) }, 'what need not be kept could not be removed');
      }
    });
    return line;
  };
  const clean = (): Promise<void> =>
    inLine(async () => {
      const old = (await cleaning?.words.emptyOld()) ?? 0;
      // Somebody who was removed right before the program ended.
      const strangers = (await cleaning?.words.emptyStrangers()) ?? 0;
      last = await cleaning?.keeping.clean();
      const timesheets = await letTimesheetsLeave({ ...ground, breathe: nextTurn, isStopped: () => isStopped });
      const files = await sweep();
      log.info(
        { came: last, words: old + strangers, timesheets, files },
        'looked for what need not be kept any longer',
      );
    });

  let cancelClean = (): void => {};
  const cleanIn = (ms: number): void => {
    nextAtMs = clock.nowMs() + ms;
    cancelClean = setTimer(() => {
      cleanIn(CLEAN_EVERY_MS);
      void clean();
    }, ms);
  };
  cleanIn(FIRST_CLEAN_MS);

  let seen = cache.removals();
  let cancelLook = (): void => {};
  const look = (): void => {
    cancelLook = setTimer(look, LOOK_EVERY_MS);
    const now = cache.removals();
    if (now === seen) return;
    seen = now;
    void inLine(async () => {
      const words = (await cleaning?.words.emptyStrangers()) ?? 0;
      await wipeLogs(db, nextTurn);
      log.info({ words, files: await sweep() }, 'people were removed, and what was here of them');
    });
  };
  cancelLook = setTimer(look, LOOK_EVERY_MS);

  return {
    kept: createKept({
      ...ground,
      settings: () => parts.settings().keeping,
      nextAtMs: () => nextAtMs,
      clean,
      last: () => last,
    }),
    stop() {
      isStopped = true;
      stopForgotten();
      cancelClean();
      cancelLook();
      cleaning?.keeping.stop();
      cleaning?.words.stop();
    },
  };
}
