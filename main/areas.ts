import { randomBytes } from 'node:crypto';
import type { Person } from '../preload/views.ts';
import { createActivity, type Activity } from './activity/activity.ts';
import { createBookings, type Bookings } from './bookings/bookings.ts';
import { createContacts, type Contacts } from './contacts/contacts.ts';
import { createLeavers } from './checkout/leavers.ts';
import { createCheckout, type Checkout } from './checkout/checkout.ts';
import { createCrews, type Crews } from './crews/crews.ts';
import { createEvents, type Events } from './crews/events.ts';
import { createOpenFile, type OpenFile } from './files/open-file.ts';
import type { Ground } from './ground.ts';
import { createHandOver, type HandOver } from './handover/handover.ts';
import { createMessages, type Messages } from './messages/messages.ts';
import { createNotices, type Notices } from './notices/notices.ts';
import { createFindHere, type FindHere } from './muster/find-here.ts';
import { createMuster, type Muster } from './muster/muster.ts';
import { createOrders, type Orders } from './orders/orders.ts';
import { createUploads, type Uploads } from './uploads/uploads.ts';
import { hashSlowly } from './uploads/hash-slowly.ts';
import { createPasses, type Passes } from './passes/passes.ts';
import { createTimesheets, type Timesheets } from './timesheets/timesheets.ts';
import { createWorkingElsewhere } from './timesheets/working-elsewhere.ts';
import { personRecord } from './person-record/person-record.ts';
import { createTray, type Tray } from './tray/tray.ts';
import { createTurns } from './lists/turns.ts';
import { createScope } from './scope.ts';
import { createLists, type Lists } from './view/lists.ts';
import { personCard } from './view/person.ts';
import { createWorkers, type Workers } from './workers/workers.ts';
import { nextTurn } from './next-turn.ts';

/** What an enrolled gate can do for the desk, an area a line. */
export interface Areas {
  readonly lists: Lists;
  readonly person: (workerId: string) => Person | null;
  readonly tray: Tray;
  readonly personRecord: (workerId: string) => AsyncIterable<string> | undefined;
  readonly checkout: Checkout;
  readonly activity: Activity;
  readonly crews: Crews;
  readonly events: Events;
  readonly bookings: Bookings;
  readonly uploads: Uploads;
  readonly contacts: Contacts;
  readonly openFile: OpenFile;
  readonly notices: Notices;
  readonly messages: Messages;
  readonly passes: Passes;
  readonly muster: Muster;
  readonly findHere: FindHere;
  readonly handOver: HandOver;
  readonly workers: Workers;
  readonly orders: Orders;
  readonly timesheets: Timesheets;
  readonly workingElsewhere: ReturnType<typeof createWorkingElsewhere>;
}

/** `changed`: something that the desk shows changed. */
export function createAreas(ground: Ground, changed: () => void): Areas {
  const { cache, clock, identity, journal } = ground;
  const { projections } = journal;
  const turns = createTurns(ground.db);
  const scope = createScope(ground);
  const lists = createLists({ ...ground, projections, locationId: identity.locationId, scope, turns, changed });
  const tray = createTray(ground);
  const events = createEvents(ground);
  return {
    lists,
    person: (workerId) =>
      personCard(
        {
          cache,
          projections,
          presence: ground.presence,
          locationId: identity.locationId,
          scope,
          historyOf: lists.historyOf,
        },
        workerId,
        clock.nowMs(),
      ),
    activity: createActivity(ground, createLeavers(ground), turns, changed),
    checkout: createCheckout({ ...ground, breathe: nextTurn, changed }),
    tray,
    personRecord: (workerId) => personRecord(ground, workerId),
    handOver: createHandOver({ ...ground, toLookAt: () => tray.counts().flagged + tray.counts().setAside }),
    crews: createCrews(ground),
    muster: createMuster(ground),
    findHere: createFindHere(ground.cache, lists.find),
    orders: createOrders(ground),
    timesheets: createTimesheets({ ...ground, breathe: nextTurn }),
    workingElsewhere: createWorkingElsewhere(ground),
    events,
    bookings: createBookings(ground, events),
    uploads: createUploads({ ...ground, hashOf: hashSlowly }),
    contacts: createContacts(ground),
    openFile: createOpenFile(ground),
    notices: createNotices(ground),
    workers: createWorkers({ ...ground, breathe: nextTurn }),
    passes: createPasses({
      ...ground,
      locationId: identity.locationId,
      isInside: (workerId) => ground.presence.of(workerId)?.inside === true,
      randomBytes,
    }),
    messages: createMessages({ ...ground, granted: () => grantedNow(lists, clock.nowMs()) }),
  };
}

/** Everybody on Access granted, each once. */
function grantedNow(lists: Lists, nowMs: number): string[] {
  const all = { list: 'granted', query: '', offset: 0, limit: 10_000 } as const;
  return [...new Set(lists.page(all, nowMs).granted?.rows.map(({ workerId }) => workerId))];
}
