/** A5: whoever was connected to a client is told what the client asks for. */
import type { GateEvent } from '../../core/event/event.ts';
import type { Client, Connection, Location, Worker } from '../../core/site/entities.ts';
import type { Rows } from '../store/store.ts';
import { CONNECTION_LETTERS, type LetterLanguage } from './connection-letters.ts';
import { queueMail } from './outbox.ts';

const PARTS = ['assessment', 'induction', 'credential'] as const;

/** To be called within the transaction that takes the event, after the connection is there. Without an address nothing goes out. */
export async function mailRequirements(
  rows: Rows,
  { id, data }: Extract<GateEvent, { type: 'connection.added' }>,
  nowMs: number,
): Promise<void> {
  const worker = (await rows.records.get('worker', data.workerId))?.data as Worker | undefined;
  const client = (await rows.records.get('client', data.clientId))?.data as Client | undefined;
  const connection = (await rows.records.get('connection', data.connectionId))?.data as Connection | undefined;
  if (worker?.email === undefined || !client || !connection) return;
  const letter = CONNECTION_LETTERS[languageOf(worker.language)];
  const places: string[] = [];
  for (const locationId of connection.locationIds ?? []) {
    const place = (await rows.records.get('location', locationId))?.data as Location | undefined;
    if (place) places.push(place.name);
  }
  const wanted = PARTS.filter((part) => connection[part].status === 'missing').map((part) => letter[part]);
  const lines = [
    letter.greeting(worker.firstName),
    letter.connected(client.name, places.join(', ') || letter.everywhere),
    ...(wanted.length > 0 ? [[letter.asks, ...wanted.map((part) => `- ${part}`)].join('\n')] : []),
    ...(client.requiresCheckIn ? [letter.checkIn] : []),
    wanted.length > 0 ? letter.next(client.name) : letter.nothing,
  ];
  const about = { kind: 'connection', id: connection.id, workerId: worker.id };
  // An event is taken once, so it is mailed once.
  await queueMail(
    rows,
    { id, to: worker.email, subject: letter.subject(client.name), text: lines.join('\n\n'), about },
    nowMs,
  );
}

function languageOf(tag: string | undefined): LetterLanguage {
  const language = tag?.split('-')[0]?.toLowerCase() ?? '';
  return language in CONNECTION_LETTERS ? (language as LetterLanguage) : 'en';
}
