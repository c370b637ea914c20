import { Client, type Pool } from 'pg';
import { z } from 'zod';
import { nothingTold, noticesOf, type Told } from '../sql/told.ts';
import type { Notice } from '../store.ts';

const CHANNEL = 'gatehouse_central';
/** What is committed within so long is told in one go: a NOTIFY makes every other one wait. */
const GATHER_MS = 20;
const RECONNECT_MS = 1000;
/** PostgreSQL carries less than 8000 bytes at once, and a name has at most 64 characters. */
const NAMES_AT_ONCE = 50;

const message = z.object({ from: z.string(), changed: z.array(z.string()), revoked: z.array(z.string()) });

export interface Notices {
  /** Tells this process now and the others soon. */
  readonly tell: (told: Told) => void;
  readonly stop: () => Promise<void>;
}

/**
 * Carries what was committed between processes. A process that dies in the moment between takes at most its last nudge with it, and a
 * connection that was lost is made up for by `missed`: nudges hurry a gate, they never are its only way to know.
 * @param me names this process
 * @param heard is told of each notice, whichever process it came from
 */
export async function carryNotices(
  { url, pool, me, onTrouble }: { url: string; pool: Pool; me: string; onTrouble: (error: unknown) => void },
  heard: (notice: Notice) => void,
): Promise<Notices> {
  let stopped = false;
  let listening: Client | undefined;
  let retry: NodeJS.Timeout | undefined;
  let waiting = nothingTold();
  let timer: NodeJS.Timeout | undefined;

  const listen = async (): Promise<void> => {
    const client = new Client({ connectionString: url, keepAlive: true });
    listening = client;
    client.on('notification', ({ payload }) => hear(payload ?? ''));
    client.on('error', onTrouble);
    client.on('end', () => !stopped && again());
    await client.connect();
    await client.query(`listen ${CHANNEL}`);
  };
  const again = (): void => {
    clearTimeout(retry);
    retry = setTimeout(() => {
      listen().then(
        () => heard({ kind: 'missed' }),
        (error: unknown) => {
          onTrouble(error);
          if (!stopped) again();
        },
      );
    }, RECONNECT_MS);
  };
  const hear = (payload: string): void => {
    const { from, changed, revoked } = message.parse(JSON.parse(payload));
    if (from === me) return;
    noticesOf({ locationIds: new Set(changed), revokedDeviceIds: new Set(revoked) }).forEach(heard);
  };
  const send = async (): Promise<void> => {
    timer = undefined;
    const { locationIds, revokedDeviceIds } = waiting;
    waiting = nothingTold();
    const [changed, revoked] = [[...locationIds], [...revokedDeviceIds]];
    for (let at = 0; at < Math.max(changed.length, revoked.length); at += NAMES_AT_ONCE) {
      const part = (names: readonly string[]) => names.slice(at, at + NAMES_AT_ONCE);
      const payload = JSON.stringify({ from: me, changed: part(changed), revoked: part(revoked) });
      await pool.query('select pg_notify($1, $2)', [CHANNEL, payload]);
    }
  };

  await listen();
  return {
    tell: (told) => {
      noticesOf(told).forEach(heard);
      for (const id of told.locationIds) waiting.locationIds.add(id);
      for (const id of told.revokedDeviceIds) waiting.revokedDeviceIds.add(id);
      if (told.locationIds.size + told.revokedDeviceIds.size > 0)
        timer ??= setTimeout(() => void send().catch(onTrouble), GATHER_MS);
    },
    stop: async () => {
      stopped = true;
      clearTimeout(retry);
      clearTimeout(timer);
      await send().catch(onTrouble);
      await listening?.end();
    },
  };
}
