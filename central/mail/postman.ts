import type { OutgoingMail, Rows, Store } from '../store/store.ts';
import type { Carrier } from './carrier.ts';
import { afterTry } from './outbox.ts';

/** Told in the same transaction that a mail went out or was given up. */
export type Settled = (rows: Rows, mail: OutgoingMail, nowMs: number) => Promise<void>;

export interface PostmanParts {
  readonly store: Store;
  readonly carrier: Carrier;
  readonly now: () => number;
  /** By the kind that a mail is about. */
  readonly settled: Readonly<Record<string, Settled>>;
  /** A bug, or the store is broken: the postman goes on. */
  readonly onTrouble: (error: unknown) => void;
}
export interface Postman {
  /** Hands over all that is due; two calls at once are one round. */
  readonly round: () => Promise<void>;
  /** Ends after the mail that is on its way. */
  readonly stop: () => Promise<void>;
}

const AT_ONCE = 50;
const LOOK_EVERY_MS = 15_000;
/** While a mail is on its way nobody else tries it; a central that died meanwhile leaves it to be tried again. */
const LEASE_MS = 2 * 60_000;
const SETTLED_KEPT_MS = 30 * 86_400_000;

/** Carries the outbox: looks when something was committed, and from time to time. */
export function startPostman({ store, carrier, now, settled, onTrouble }: PostmanParts): Postman {
  let running: Promise<void> | undefined;
  let again = false;
  let stopped = false;

  const take = (): Promise<OutgoingMail[]> =>
    store.write(
      async (rows) => {
        const nowMs = now();
        const due = await rows.mail.due(nowMs, AT_ONCE);
        for (const mail of due) await rows.mail.update({ ...mail, nextTryAtMs: nowMs + LEASE_MS });
        return due;
      },
      { kind: 'own_rows' },
    );
  const carry = async (mail: OutgoingMail): Promise<void> => {
    const handed = await carrier.send(mail);
    await store.write(async (rows) => {
      const after = afterTry(mail, handed, now());
      await rows.mail.update(after);
      if (after.state !== 'queued') await settled[mail.about.kind]?.(rows, after, now());
    });
  };
  const rounds = async (): Promise<void> => {
    do {
      again = false;
      for (let due = await take(); due.length > 0 && !stopped; due = await take()) {
        for (const mail of due) if (!stopped) await carry(mail);
      }
    } while (again && !stopped);
    await store.write((rows) => rows.mail.forgetSettled(now() - SETTLED_KEPT_MS), { kind: 'own_rows' });
  };
  const round = (): Promise<void> => {
    again = true;
    running ??= rounds()
      .catch(onTrouble)
      .finally(() => void (running = undefined));
    return running;
  };

  const unwatch = store.watch((notice) => {
    if (notice.kind !== 'revoked' && !running) void round();
  });
  const timer = setInterval(() => void round(), LOOK_EVERY_MS);
  void round();
  return {
    round,
    async stop() {
      stopped = true;
      clearInterval(timer);
      unwatch();
      await running;
      carrier.close();
    },
  };
}
