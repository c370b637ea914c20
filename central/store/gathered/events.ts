import type { ActTables } from '../sql/act-tables.ts';
import type { EventTables } from '../sql/event-tables.ts';
import type { Act, Activity, EventRows, StoredEvent } from '../store.ts';
import { readTimelines, type Timelines } from './timelines.ts';

export interface GatheredEvents extends EventRows {
  flush(): Promise<void>;
}

export function gatheredEvents(events: EventTables, tables: ActTables): GatheredEvents {
  const known = new Map<string, StoredEvent | undefined>();
  const added: StoredEvent[] = [];
  const acts: Act[] = [];
  const activities = new Map<string, Activity>();
  /** Acts that may come and that their gates took back before. */
  let undone: ReadonlySet<string> = new Set();
  let timelines: Timelines | undefined;

  const flushEvents = async (): Promise<void> => {
    if (added.length > 0) await events.add(added.splice(0));
  };
  const flushActs = async (): Promise<void> => {
    if (acts.length > 0) await tables.add(acts.splice(0));
  };
  const flushActivities = async (): Promise<void> => {
    if (activities.size === 0) return;
    const gathered = [...activities.values()];
    activities.clear();
    await tables.addActivities(gathered);
  };
  const readAhead: EventRows['readAhead'] = async (ids) => {
    const asked = [...new Set(ids)].filter((id) => !known.has(id));
    if (asked.length === 0) return;
    for (const id of asked) known.set(id, undefined);
    for (const event of await events.byIds(asked)) known.set(event.id, event);
  };
  /** What a timeline does not know is asked of the tables, once all is in them. */
  const asked = async (answer: Act | null | undefined, ask: () => Promise<Act[]>): Promise<Act | undefined> => {
    if (answer !== undefined) return answer ?? undefined;
    await flushActs();
    return (await ask())[0];
  };

  return {
    byId: async (id) => {
      if (!known.has(id)) await readAhead([id]);
      return known.get(id);
    },
    bySeq: async (deviceId, seq) => {
      await flushEvents();
      return events.bySeq(deviceId, seq);
    },
    lastOf: async (deviceId) => {
      await flushEvents();
      return events.lastOf(deviceId);
    },
    highestSeq: async (deviceId) => {
      await flushEvents();
      return events.highestSeq(deviceId);
    },
    quarantinedHash: (deviceId, seq) => events.quarantinedHash(deviceId, seq),
    add: async (event) => {
      known.set(event.id, event);
      added.push(event);
    },
    setAside: (row) => events.setAside(row),
    ofDevice: async (deviceId, afterSeq, limit) => {
      await flushEvents();
      return events.ofDevice(deviceId, afterSeq, limit);
    },
    bodies: async (deviceId, fromSeq, toSeq) => {
      await flushEvents();
      return events.bodies(deviceId, fromSeq, toSeq);
    },
    quarantine: (deviceId) => events.quarantine(deviceId),
    addAct: async (act) => {
      acts.push(act);
      if (!undone.has(act.eventId)) timelines?.add(act);
    },
    undoAct: async (eventId, gateId) => {
      // What is between two others may have gone with it.
      timelines = undefined;
      await tables.undo(eventId, gateId);
    },
    actBefore: (workerId, atMs, eventId) => {
      const moment = { workerId, atMs, eventId };
      return asked(timelines?.before(moment), () => tables.before([moment]));
    },
    actAfter: (workerId, atMs, eventId) => {
      const moment = { workerId, atMs, eventId };
      return asked(timelines?.after(moment), async () =>
        (await tables.from([moment])).filter((act) => act.eventId !== eventId || act.correctedAtMs !== atMs),
      );
    },
    latestAct: (workerId, locationId) =>
      asked(timelines?.latest(workerId, locationId), () => tables.latest([{ workerId, locationId }])),
    addActivity: async (activity) => {
      activities.set(`${activity.locationId} ${activity.correctedAtMs} ${activity.eventId}`, activity);
    },
    takeOldActivity: async (locationId, beforeMs, most) => {
      await flushActivities();
      return tables.takeOldActivity(locationId, beforeMs, most);
    },
    readAhead,
    readActsAhead: async (moments, coming) => {
      await flushActs();
      undone = new Set(await tables.undone(coming));
      timelines = await readTimelines(tables, moments);
    },
    flush: async () => {
      await flushEvents();
      await flushActs();
      await flushActivities();
    },
  };
}
