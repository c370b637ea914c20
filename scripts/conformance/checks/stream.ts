import { z } from 'zod';
import { must, type Check } from '../check.ts';
import type { Trial } from '../trial.ts';

const clause = 'Down: changes';
const nudgeSchema = z.object({ cursor: z.string() });
const NUDGE = /event: ?changed\r?\ndata: ?(.*)\r?\n\r?\n/;

export const streamChecks: readonly Check[] = [
  {
    id: 'stream_type',
    clause,
    says: 'The stream is text/event-stream.',
    run: (trial) =>
      following(trial, async ({ type, status }) => {
        must(status === 200, `answered ${status}`);
        must(type.startsWith('text/event-stream'), `its type is ${type}`);
      }),
  },
  {
    id: 'stream_nudge',
    clause,
    says: 'The stream says "changed" with a cursor that the changes can be asked with.',
    run: (trial) =>
      following(trial, async ({ until }) => {
        const found = await until(NUDGE);
        must(found !== undefined, 'nothing was said');
        const nudge = nudgeSchema.safeParse(JSON.parse(found[1] ?? ''));
        must(nudge.success, 'what was said has no cursor');
        await trial.page({ cursor: nudge.data.cursor });
      }),
  },
  {
    id: 'stream_comment',
    clause,
    says: 'A comment comes every 15 s, so that a dead line is noticed.',
    run: (trial) => following(trial, async ({ until }) => must((await until(/^:/m)) !== undefined, 'no comment came')),
  },
];

interface Following {
  readonly status: number;
  readonly type: string;
  /** What the pattern finds in all that was said so far; undefined when patience is over or the stream ended. */
  until(pattern: RegExp): Promise<RegExpExecArray | undefined>;
}

async function following(trial: Trial, look: (stream: Following) => Promise<void>): Promise<void> {
  const leaving = new AbortController();
  const { token } = trial.device();
  const patience = setTimeout(() => leaving.abort(), trial.options.patienceMs);
  try {
    const answer = await fetch(`${trial.options.base}/v1/sync/stream`, {
      headers: { authorization: `Bearer ${token}`, accept: 'text/event-stream' },
      signal: leaving.signal,
    });
    const type = answer.headers.get('content-type') ?? 'no type';
    await look({ status: answer.status, type, until: (pattern) => until(answer, pattern) });
  } finally {
    clearTimeout(patience);
    leaving.abort();
  }
}

async function until(answer: Response, pattern: RegExp): Promise<RegExpExecArray | undefined> {
  let said = '';
  const decoder = new TextDecoder();
  try {
    for await (const chunk of answer.body ?? []) {
      said += decoder.decode(chunk as Uint8Array, { stream: true });
      const found = pattern.exec(said);
      if (found) return found;
    }
  } catch (fault) {
    if ((fault as Error).name !== 'AbortError') throw fault;
  }
  return undefined;
}
