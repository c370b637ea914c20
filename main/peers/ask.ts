import { request } from 'node:http';
import { readAddress } from '../../core/peers/address.ts';
import {
  answerEnvelopeSchema,
  answerSchema,
  helloSchema,
  PEER_PATH,
  type Answer,
  type Ask,
} from '../../core/peers/wire.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import type { Peer } from '../../core/site/entities.ts';
import type { PeerKeys } from './keys.ts';
import { newNonce, seal, unseal } from './seal.ts';

/**
 * Why another gate told nothing. `silent`: nobody answers; `refused`: it does not take this gate's word, nor this one its; `older`:
 * a program that does not speak this; `clock`: the two do not agree on the time, though told.
 */
export type AskFault = 'silent' | 'refused' | 'older' | 'clock';

export interface AskerParts {
  readonly deviceId: string;
  readonly keys: PeerKeys;
  readonly timeoutMs?: number | undefined;
}

export type Asker = (
  address: string,
  peer: Pick<Peer, 'id' | 'publicKey'>,
  ask: Ask,
  /** By the clock of the gate that is asked. */
  atMs: number,
) => Promise<Result<Answer, AskFault>>;

const TIMEOUT_MS = 5000;
/** An answer holds at most 100 events. */
const MOST_ANSWER_BYTES = 4_000_000;

export function createAsker({ deviceId, keys, timeoutMs = TIMEOUT_MS }: AskerParts): Asker {
  return async (address, peer, ask, atMs) => {
    const shared = keys.sharedWith(peer.publicKey);
    if (!shared) return fail('refused');
    const open = { from: deviceId, to: peer.id, atMs: Math.round(atMs), nonce: newNonce() };
    const envelope = { ...open, sealed: seal(shared, { way: 'ask', ask: open }, JSON.stringify(ask)) };
    const came = await call(address, JSON.stringify(envelope), timeoutMs);
    if (!came.ok) return came;
    const sealed = answerEnvelopeSchema.safeParse(came.value);
    const text = sealed.success ? unseal(shared, { way: 'answer', ask: open }, sealed.data.sealed) : undefined;
    if (text === undefined) return fail('refused');
    const answer = answerSchema.safeParse(JSON.parse(text));
    return answer.success ? ok(answer.data) : fail('older');
  };
}

/** Which device listens at an address. Anybody can say anything here: what it says opens nothing. */
export async function greet(address: string, timeoutMs = TIMEOUT_MS): Promise<Result<string, AskFault>> {
  const came = await call(address, undefined, timeoutMs);
  const hello = came.ok ? helloSchema.safeParse(came.value) : undefined;
  if (!came.ok) return came;
  return hello?.success ? ok(hello.data.deviceId) : fail('older');
}

/** One request on a line of its own, for `timeoutMs` at most from beginning to end. */
function call(address: string, body: string | undefined, timeoutMs: number): Promise<Result<unknown, AskFault>> {
  const at = readAddress(address);
  if (!at) return Promise.resolve(fail('silent'));
  return new Promise((resolve) => {
    const method = body === undefined ? 'GET' : 'POST';
    const headers = body === undefined ? {} : { 'content-type': 'application/json' };
    const signal = AbortSignal.timeout(timeoutMs);
    const asking = request({ ...at, path: PEER_PATH, method, headers, signal, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      let bytes = 0;
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes > MOST_ANSWER_BYTES) response.destroy();
        else chunks.push(chunk);
      });
      response.on('error', () => resolve(fail('silent')));
      response.on('close', () => resolve(fail('silent')));
      response.on('end', () => resolve(cameOf(response.statusCode ?? 0, Buffer.concat(chunks).toString('utf8'))));
    });
    asking.on('error', () => resolve(fail('silent')));
    asking.end(body);
  });
}

function cameOf(status: number, text: string): Result<unknown, AskFault> {
  if (status === 403 || status === 409) return fail('refused');
  if (status === 404 || status === 400) return fail('older');
  if (status !== 200) return fail('silent');
  try {
    return ok(JSON.parse(text));
  } catch {
    return fail('older');
  }
}
