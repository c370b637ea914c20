import type { EventData } from '../../core/event/event.ts';
import { isForClient } from '../../core/order/order.ts';
import { sectionsOf } from '../../core/site/entities.ts';
import type { Timesheet } from '../../core/site/portal.ts';
import type { EventEnvelope } from '../../core/event/event.ts';
import { canDispute } from '../../core/timesheet/sheet.ts';
import type { Rows } from '../store/store.ts';
import { recordOf } from './record-of.ts';
import type { Doubt } from './intake.ts';

type Decision = EventData<'timesheet.approved'> | EventData<'timesheet.disputed'>;

/** C4: why a decision about a day's hours does not count. */
export async function timesheetFault(
  rows: Rows,
  event: Pick<EventEnvelope, 'actor' | 'locationId'> & { readonly data: Decision },
): Promise<Doubt | undefined> {
  const { timesheetId, workerId, day, atLocationId = event.locationId } = event.data;
  const sheet = (await rows.records.get('timesheet', timesheetId))?.data as unknown as Timesheet | undefined;
  if (!sheet) return undefined;
  if (sheet.workerId !== workerId || sheet.day !== day || sheet.locationId !== atLocationId)
    return { code: 'actor_not_allowed', detail: 'the timesheet is of another person, day or place' };
  const client = sheet.clientId === undefined ? undefined : await recordOf(rows, 'client', sheet.clientId);
  if (client && !sectionsOf(client).timesheets)
    return { code: 'section_off', detail: 'the client has timesheets switched off' };
  const user = event.actor.userId === undefined ? undefined : await recordOf(rows, 'user', event.actor.userId);
  if (user && !isForClient(user, sheet.clientId))
    return { code: 'actor_not_allowed', detail: 'the hours are those of another client' };
  if (!canDispute(sheet)) return { code: 'timesheet_locked', detail: 'somebody has approved this day already' };
  return undefined;
}
