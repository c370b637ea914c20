import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Pool, types, type PoolClient } from 'pg';
import { gathering, type Gathered } from '../gathered/gathered.ts';
import type { Notice, Rows, Store } from '../store.ts';
import { migrate } from './migrations.ts';
import { carryNotices } from './notices.ts';
import { postgresSql } from './sql.ts';
import { lockFor, locksOf } from './turns.ts';

const CONNECTIONS = 10;
const TRIES = 6;
/** Two who waited for each other, or who both wrote what only one may: the second finds what the first did. */
const WORTH_ANOTHER_TRY: ReadonlySet<string> = new Set(['40001', '40P01', '23505']);
const BIGINT_OID = 20;
/** Whatever the server thinks of tables that were empty a moment ago, all that is asked here is found row by row through an index. */
const BY_INDEX = ['enable_seqscan', 'enable_hashjoin', 'enable_mergejoin', 'jit'].map((way) => `set ${way} = off;`);
const SESSION = `${BY_INDEX.join(' ')} set idle_in_transaction_session_timeout = '60s'`;

export interface PostgresOptions {
  /** How many connections this process takes at most; default 10, and one more that listens. */
  readonly connections?: number;
  /** A connection was lost, or a notice could not be sent: the store goes on by itself. */
  readonly onTrouble?: (error: unknown) => void;
}

/**
 * Central's store on a PostgreSQL server, which any number of central processes may share.
 * Rejects when the server can't be reached or its schema was written by a newer version.
 */
export async function openPostgresStore(url: string, options: PostgresOptions = {}): Promise<Store> {
  const { connections = CONNECTIONS, onTrouble = () => undefined } = options;
  const pool = new Pool({ connectionString: url, max: connections, keepAlive: true, types: { getTypeParser } });
  pool.on('error', onTrouble);
  const listeners = new Set<(notice: Notice) => void>();
  const heard = (notice: Notice) => listeners.forEach((listener) => listener(notice));

  const ready = new WeakSet<PoolClient>();
  const onClient = async <T>(work: (client: PoolClient) => Promise<T>): Promise<T> => {
    const client = await pool.connect();
    let broken: Error | undefined;
    try {
      if (!ready.has(client)) {
        // A connection that is lost between two questions has nobody else to tell.
        client.on('error', onTrouble);
        await client.query(SESSION);
      }
      ready.add(client);
      return await work(client);
    } catch (error) {
      await client.query('rollback').catch((lost: Error) => (broken = lost));
      throw error;
    } finally {
      client.release(broken);
    }
  };
  const prepared = new WeakMap<PoolClient, () => Gathered>();
  const gatheredOn = (client: PoolClient): Gathered => {
    const gather = prepared.get(client) ?? gathering(postgresSql(client), 'for update skip locked');
    prepared.set(client, gather);
    return gather();
  };
  const once = <T>(begin: string, work: (rows: Rows) => Promise<T>) =>
    onClient(async (client) => {
      await client.query(begin);
      const gathered = gatheredOn(client);
      const value = await work(gathered.rows);
      await gathered.flush();
      await client.query('commit');
      return { value, told: gathered.told };
    });

  try {
    await onClient(migrate);
    const notices = await carryNotices({ url, pool, me: randomUUID(), onTrouble }, heard);
    return {
      read: async (work) => (await once('begin isolation level repeatable read read only', work)).value,
      write: async (work, turn) => {
        const begin = `begin isolation level read committed; ${lockFor(locksOf(turn))}`;
        const { value, told } = await retried(() => once(begin, work));
        notices.tell(told);
        return value;
      },
      watch: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      close: async () => {
        await notices.stop();
        await pool.end();
      },
    };
  } catch (error) {
    await pool.end();
    throw error;
  }
}

async function retried<T>(run: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await run();
    } catch (error) {
      const { code } = error as { readonly code?: string };
      if (tries === TRIES || !WORTH_ANOTHER_TRY.has(code ?? '')) throw error;
      await pause(Math.random() * 20 * tries);
    }
  }
}

/** Whole numbers as numbers: none of central's is beyond 2^53. */
const getTypeParser: typeof types.getTypeParser = (oid: number, format?: 'text' | 'binary') =>
  oid === BIGINT_OID ? Number : types.getTypeParser(oid, format as 'text');
