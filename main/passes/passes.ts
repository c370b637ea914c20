import type { FaultCode } from '../../core/codes.ts';
import { SHORT_PREFIX } from '../../core/credential/read-text.ts';
import { shortCodeOf } from '../../core/credential/short-code.ts';
import type { Badge } from '../../core/site/entities.ts';
import type { Fact } from '../../core/event/event.ts';
import { passEndsAtMs, passFieldsOf } from '../../core/passes/passes.ts';
import type { IssueAnswer, IssueAsk, PassForm, PassView, PrintAsk, PrintFault } from '../../preload/pass-views.ts';
import type { Ground } from '../ground.ts';
import { personName } from '../view/feed.ts';
import { badgeOf, passRows, type OwnPass } from './pass-rows.ts';

/** Temporary passes for people whom nobody expected (issue 4): made here, good here at once, told to central with the event. */
export interface Passes {
  readonly form: () => PassForm;
  readonly issue: (ask: IssueAsk) => IssueAnswer;
  /** Of all gates of the place, newest first. */
  readonly list: () => PassView[];
  readonly end: (passId: string, why: 'returned' | 'withdrawn') => FaultCode | null;
  /** Written down before the printer is asked; `print` is not called when it could not be. */
  readonly print: (ask: PrintAsk, print: () => void) => PrintFault;
}

export interface PassParts extends Pick<Ground, 'db' | 'cache' | 'clock' | 'newId' | 'append' | 'actor' | 'policy'> {
  readonly locationId: string;
  readonly isInside: (workerId: string) => boolean;
  readonly randomBytes: (count: number) => Uint8Array;
}

const MOST_SHOWN = 100;

export function createPasses(parts: PassParts): Passes {
  const { db, cache, clock, newId, append, actor, policy, locationId, isInside, randomBytes } = parts;
  const rows = passRows(db);

  const toldPasses = db
    .prepare<[number], string>(
      `select id, starts_ms from cache.entity where entity = 'badge' and starts_ms is not null
       union select about, at_ms from heard_permit where kind = 'issued' and about not in (select id from cache.entity where entity = 'badge')
       order by starts_ms desc limit ?`,
    )
    .pluck();

  const viewOf = ({ id: passId, workerId, code, validFrom, validUntil, revokedAt }: Badge): PassView => {
    const validUntilMs = validUntil === undefined ? 0 : Date.parse(validUntil);
    return {
      passId,
      workerId,
      name: personName(cache, workerId)?.name ?? '',
      text: `${SHORT_PREFIX}${code ?? ''}`,
      fields: [],
      validFromMs: Date.parse(validFrom ?? ''),
      validUntilMs,
      state: revokedAt !== undefined ? 'ended' : clock.nowMs() >= validUntilMs ? 'over' : 'good',
      isInside: isInside(workerId),
    };
  };
  const view = (own: OwnPass): PassView => {
    const { passId, fields } = own.pass;
    const printedAtMs = rows.printedAtMs(passId);
    return {
      ...viewOf(cache.get('badge', passId) ?? badgeOf(own, rows.endedAt(passId))),
      fields: fields.map(({ label, value }) => ({ label, value })),
      ...(printedAtMs === undefined ? {} : { printedAtMs }),
    };
  };
  const fromElsewhere = (): PassView[] =>
    toldPasses
      .all(MOST_SHOWN)
      .flatMap((id) => (rows.byId(id) ? [] : (cache.get('badge', id) ?? [])))
      .filter(({ pass, validUntil }) => pass?.locationId === locationId && validUntil !== undefined)
      .map((badge) => ({ ...viewOf(badge), isFromElsewhere: true }));
  const write = (fact: Fact): FaultCode | null => {
    const written = append([fact]);
    return written.ok ? null : written.fault;
  };

  return {
    form: () => ({ fields: policy().passFields, hours: policy().passHours }),
    issue({ person, values }) {
      const fields = passFieldsOf(policy(), values);
      if (!fields || ('workerId' in person && !cache.get('worker', person.workerId))) return { fault: 'incomplete' };
      const nowMs = clock.nowMs();
      const passId = newId();
      const data = {
        passId,
        workerId: 'workerId' in person ? person.workerId : newId(),
        badgeCode: shortCodeOf(randomBytes(16)),
        ...('workerId' in person ? {} : { person }),
        fields,
        validFrom: new Date(nowMs).toISOString(),
        validUntil: new Date(passEndsAtMs(policy(), nowMs)).toISOString(),
      };
      const fault = write({ type: 'pass.issued', actor: actor(), data });
      const own = rows.byId(passId);
      return own && fault === null ? { pass: view(own) } : { fault: fault ?? 'database_broken' };
    },
    list: () =>
      [...rows.newest(MOST_SHOWN).map(view), ...fromElsewhere()]
        .toSorted((a, b) => b.validFromMs - a.validFromMs)
        .slice(0, MOST_SHOWN),
    end(passId, why) {
      const badge = cache.get('badge', passId);
      if (!badge?.pass || badge.revokedAt !== undefined) return null;
      return write({ type: 'pass.ended', actor: actor(), data: { passId, workerId: badge.workerId, why } });
    },
    print({ passId, size, again }, print) {
      const own = rows.byId(passId);
      if (!own) return null;
      if (!again && rows.printedAtMs(passId) !== undefined) return 'printed_before';
      const fault = write({
        type: 'pass.printed',
        actor: actor(),
        data: { passId, workerId: own.pass.workerId, size },
      });
      if (fault === null) print();
      return fault;
    },
  };
}
