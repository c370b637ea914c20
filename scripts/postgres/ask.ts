import { Client } from 'pg';

/** One order over a connection of its own; what it answers. */
export async function askOnce(url: string, order: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const client = new Client(url);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(order)).rows;
  } finally {
    await client.end();
  }
}
