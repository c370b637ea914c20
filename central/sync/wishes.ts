/** What supervisors and clients' contacts ask for by an event (PRODUCT A3, C2, C4, C5, E2 to E4): done to central's records, or refused. */
import type { EventEnvelope, EventType, GateEvent } from '../../core/event/event.ts';
import { orderFault } from '../../core/order/order.ts';
import { ENTITY_SCHEMAS, type EntityName } from '../../core/site/entities.ts';
import { wishesOf } from '../../core/wish/wishes.ts';
import { mailRequirements } from '../mail/connection-mails.ts';
import { contactConsequence, tellAdmins } from '../mail/portal-mails.ts';
import type { Rows } from '../store/store.ts';
import { addingFault, deletingFault } from './connection-faults.ts';
import type { Doubt, IntakeContext } from './intake.ts';
import { bookingRefusal, contactRefusal, documentRefusal } from './portal-refusals.ts';
import { publish, unpublish } from './publish.ts';
import { recordOf } from './record-of.ts';
import { timesheetFault } from './timesheet-wishes.ts';
import { understood } from './understood.ts';

type Refusal<T extends EventType> = (rows: Rows, event: Extract<GateEvent, { type: T }>) => Promise<Doubt | undefined>;
/** A record before and after the act. */
export interface Done {
  readonly entity: EntityName;
  readonly before: Readonly<Record<string, unknown>> | undefined;
  readonly after: Readonly<Record<string, unknown>> | undefined;
}
type Consequence<T extends EventType> = (
  rows: Rows,
  event: Extract<GateEvent, { type: T }>,
  context: IntakeContext,
  done: readonly Done[],
) => Promise<void>;

/** Why central would not do it. The event is then set aside and undone at the gate that it came from, with these words. */
const REFUSALS: { readonly [T in EventType]?: Refusal<T> } = {
  'connection.added': (rows, event) => addingFault(rows, event),
  'connection.deleted': (rows, event) => deletingFault(rows, event),
  'order.submitted': async (rows, { data: { order }, actor, occurredAt }) => {
    const code = orderFault(order, {
      client: await recordOf(rows, 'client', order.clientId),
      location: await recordOf(rows, 'location', order.locationId),
      user: actor.userId === undefined ? undefined : await recordOf(rows, 'user', actor.userId),
      atMs: Date.parse(occurredAt),
    });
    return code && { code, detail: 'this can not be ordered so' };
  },
  'timesheet.approved': timesheetFault,
  'timesheet.disputed': timesheetFault,
  'booking.created': bookingRefusal,
  'booking.changed': bookingRefusal,
  'document.added': documentRefusal,
  'contact.changed': contactRefusal,
};

/** What follows beside the records themselves: mail, mostly. */
const CONSEQUENCES: { readonly [T in EventType]?: Consequence<T> } = {
  'connection.added': (rows, event, { nowMs }) => mailRequirements(rows, event, nowMs),
  'booking.created': tellAdmins,
  'booking.changed': tellAdmins,
  'document.added': tellAdmins,
  'contact.changed': contactConsequence,
};

export async function wishFault(rows: Rows, event: EventEnvelope): Promise<Doubt | undefined> {
  const known = understood(event);
  const refusal = known && REFUSALS[known.type];
  return known && refusal?.(rows, known as never);
}

/** To be called inside the transaction that takes the event. */
export async function recordWish(rows: Rows, event: EventEnvelope, context: IntakeContext): Promise<void> {
  const known = understood(event);
  if (!known) return;
  const done: Done[] = [];
  for (const { entity, id, after } of wishesOf(known)) {
    const before = (await rows.records.get(entity, id))?.data;
    const wished = after(before && (ENTITY_SCHEMAS[entity].parse(before) as never));
    if (wished) await publish(rows, entity, wished as never, context.nowMs);
    else if (before) await unpublish(rows, entity, id, context.nowMs);
    done.push({ entity, before, after: wished });
  }
  await CONSEQUENCES[known.type]?.(rows, known as never, context, done);
}
