import { ASK_FRESH_MS, judgeAsk } from '../../core/peers/judge-ask.ts';
import { isToldAmongGates } from '../../core/event/told-acts.ts';
import {
  askSchema,
  MOST_ENTRIES,
  type Answer,
  type Ask,
  type AskEnvelope,
  type Telling,
} from '../../core/peers/wire.ts';
import type { Peer } from '../../core/site/entities.ts';
import type { Clock } from '../clock.ts';
import type { Journal } from '../journal/journal.ts';
import type { PeerKeys } from './keys.ts';
import type { Answered } from './listen.ts';
import { seal, unseal } from './seal.ts';

export interface RespondParts {
  readonly deviceId: string;
  readonly keys: PeerKeys;
  /** A computer of this place, as central tells it; undefined: it is none. */
  readonly peer: (deviceId: string) => Peer | undefined;
  readonly clock: Clock;
  readonly journal: Pick<Journal, 'read' | 'lastSeq' | 'leftTo'>;
  /** Central has the journal up to here. */
  readonly deliveredTo: () => number;
  /** Another gate asked, and so can be asked there. */
  readonly onAsked: (
    deviceId: string,
    address: { readonly host: string; readonly port: number },
    what: Ask['what'],
  ) => void;
}

/** What a gate is told that hears this one for the first time: as many acts as central keeps for a place. */
const RECENT_EVENTS = 5000;

/** Answers other gates' asks: reads the journal and writes nothing, so that an ask taken twice would do no harm either. */
export function createResponder(parts: RespondParts): (ask: AskEnvelope, fromHost: string) => Answered {
  const { deviceId, keys, clock, journal } = parts;
  /** Nonces that were taken, by when: older ones are too late by their time. */
  const met = new Map<string, number>();

  return (envelope, fromHost) => {
    const nowMs = clock.nowMs();
    const { from, nonce, sealed, ...rest } = envelope;
    const peer = parts.peer(from);
    const verdict = judgeAsk(envelope, { deviceId, nowMs, isKnown: peer !== undefined, isMet: met.has(nonce) });
    const shared = peer && keys.sharedWith(peer.publicKey);
    if (verdict === 'not_here' || verdict === 'unknown' || !shared) return { status: 403 };
    if (verdict === 'replayed') return { status: 409 };
    const open = { ...rest, from, nonce };
    const text = unseal(shared, { way: 'ask', ask: open }, sealed);
    const ask = askSchema.safeParse(text === undefined ? undefined : JSON.parse(text));
    if (!ask.success) return { status: 403 };
    const answer = (what: Answer): Answered => ({
      status: 200,
      sealed: seal(shared, { way: 'answer', ask: open }, JSON.stringify(what)),
    });
    if (verdict === 'clock') return answer({ came: 'clock', nowMs });
    remember(nonce, nowMs);
    parts.onAsked(from, { host: fromHost, port: ask.data.port }, ask.data.what);
    return answer(ask.data.what === 'news' ? { came: 'noted' } : { came: 'acts', telling: tell(ask.data.after) });
  };

  function remember(nonce: string, nowMs: number): void {
    for (const [old, atMs] of met) {
      // In the order they came: the first that is still young ends it.
      if (Math.abs(nowMs - atMs) <= 2 * ASK_FRESH_MS) break;
      met.delete(old);
    }
    met.set(nonce, nowMs);
  }

  /** Whether this is the journal that the other gate knows up to there. */
  function goesOnAfter({ seq, hash }: { readonly seq: number; readonly hash: string }): boolean {
    const leftTo = journal.leftTo();
    if (seq > leftTo) return journal.read(seq - 1, 1)[0]?.hash === hash;
    return seq === leftTo && journal.read(seq, 1)[0]?.prevHash === hash;
  }

  function tell(after: Extract<Ask, { what: 'acts' }>['after']): Telling {
    const isOther = after !== null && !goesOnAfter(after);
    // Of those that have left a few stayed, and no chain goes through them.
    const fromSeq =
      after === null || isOther ? Math.max(journal.leftTo(), journal.lastSeq() - RECENT_EVENTS) : after.seq;
    const events = journal.read(fromSeq, MOST_ENTRIES);
    return {
      nowMs: clock.nowMs(),
      offsetMs: clock.offsetMs(),
      bootId: clock.bootId,
      deliveredTo: parts.deliveredTo(),
      isOther,
      entries: events.map((event) => {
        const { seq, prevHash, hash } = event;
        // Of what was emptied of words nobody else could check the hash.
        const isWhole = event.data['emptied'] !== true;
        return isWhole && isToldAmongGates(event) ? event : { seq, prevHash, hash };
      }),
      hasMore: (events.at(-1)?.seq ?? fromSeq) < journal.lastSeq(),
    };
  }
}
