import { factsOnRecord, waitsUnwritten } from '../../core/event/facts.ts';
import type { KeptHold } from '../../core/hold/kept.ts';
import type { HoldView } from '../../preload/act-views.ts';
import type { Cache } from '../cache/cache.ts';
import type { Outcome } from '../gate.ts';
import { personName } from '../view/feed.ts';

/** What the end of a hold needs of the outcome that it began with; undefined: nobody knows what was shown. */
export function keptHold(
  { decision, dossier, events, reading }: Outcome,
  waits: Pick<KeptHold, 'id' | 'workerId' | 'asks' | 'questions' | 'sinceMs' | 'untilMs'>,
): KeptHold | undefined {
  if (!dossier?.credential.ok) return undefined;
  const { direction, badgeId, firstName } = decision;
  const { source, scannerId, laneId } = reading;
  const left = direction === 'out' ? events.at(-1) : undefined;
  return {
    ...waits,
    direction,
    reader: { source, scannerId, laneId },
    credential: dossier.credential.value,
    facts: direction === 'in' ? factsOnRecord(decision.facts) : {},
    ...(badgeId === undefined ? {} : { badgeId }),
    ...(firstName === undefined ? {} : { firstName }),
    isUnwritten: waitsUnwritten(decision),
    ...(left ? { leftEventId: left.id } : {}),
  };
}

/** What the desk is shown of it. */
export function holdView(kept: KeptHold, cache: Cache): HoldView {
  const { id, workerId, direction, asks, facts, questions, sinceMs, untilMs } = kept;
  const photo = cache.get('worker', workerId)?.photo;
  return {
    id,
    workerId,
    ...personName(cache, workerId),
    ...(photo === undefined ? {} : { photo }),
    direction,
    asks,
    facts,
    questions: questions.map(({ id: questionId, text, wanted }) => ({ id: questionId, text, wanted })),
    sinceMs,
    untilMs,
  };
}
