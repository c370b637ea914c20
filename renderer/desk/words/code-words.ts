import type { Code } from '../../../core/codes.ts';
import { fill, type Values } from '../../../core/words/fill.ts';
import { WORDS, type Words } from '../../../core/words/words.ts';
import type { Facts } from '../../../preload/views.ts';
import { useDesk } from '../data/desk.tsx';
import { useTimeInside } from './time-inside.ts';

/** A code's words for staff, in the desk's language, with the times and names that the facts have. */
export function useCodeWords(): (code: Code, facts?: Facts, firstName?: string) => Words {
  const { language, status, time } = useDesk();
  const timeInside = useTimeInside();
  const moment = (ms: number | undefined): string | undefined =>
    ms === undefined ? undefined : time.moment(ms, status.nowMs);
  return (code, facts = {}, firstName) => {
    const values: Values = {
      firstName,
      startsAt: moment(facts.startsAtMs),
      endsAt: moment(facts.endsAtMs),
      since: moment(facts.sinceMs),
      // Its own words say already that this is an estimate.
      inside: timeInside(code === 'closed_by_rule' ? { ...facts, estimated: false } : facts),
      clientName: facts.clientName,
      locationName: facts.locationName,
      gateName: facts.gateName,
      workOrderNumber: facts.workOrderNumber,
      eventName: facts.eventName,
      reason: facts.reason,
      count: facts.count?.toString(),
    };
    const { title, next } = WORDS[language][code].staff;
    return { title: fill(title, values), next: fill(next, values) };
  };
}
