import { knownEvent, type EventEnvelope } from '../../core/event/event.ts';
import { elsewhereIn } from '../../core/tray/elsewhere.ts';
import { clearingFacts, outcomesOf } from '../../core/tray/tray.ts';
import type { ClearAsk, ClearFault, TrayCard, TrayPage } from '../../preload/tray-views.ts';
import type { Ground } from '../ground.ts';
import { eventFromRow } from '../journal/journal.ts';
import { personName } from '../view/feed.ts';
import { trayRows, type ClearedRow, type TrayRow } from './tray-rows.ts';

/** What central flagged or would not take, until somebody at the gate has looked at it (DESIGN 5). */
export interface Tray {
  readonly page: (show: 'open' | 'cleared') => TrayPage;
  /** Cards that wait; `flagged` are recorded by central, `setAside` are not. */
  readonly counts: () => { readonly flagged: number; readonly setAside: number };
  readonly clear: (ask: ClearAsk) => ClearFault;
}

type TrayParts = Pick<Ground, 'db' | 'cache' | 'presence' | 'clock' | 'append' | 'actor' | 'delivery'>;

export function createTray({ db, cache, presence: site, clock, append, actor, delivery }: TrayParts): Tray {
  const rows = trayRows(db, () => delivery.remembered().setAside);
  const gateName = (id: string): string => cache.get('gate', id)?.name ?? id;

  const card = (row: TrayRow | ClearedRow): TrayCard => {
    const event = eventFromRow(row);
    const deviceAtMs = Date.parse(event.occurredAt);
    const workerId = workerOf(event);
    const person = workerId === undefined ? undefined : personName(cache, workerId);
    const actorName = nameOfUser(event);
    const elsewhere = row.code === 'inside_elsewhere' ? elsewhereIn(row.detail ?? undefined) : undefined;
    const isInside = workerId !== undefined && site.of(workerId)?.inside === true;
    const { type, seq } = event;
    const code = row.code ?? undefined;
    return {
      eventId: event.id,
      seq,
      type,
      status: row.status ?? 'taken',
      ...(code === undefined ? {} : { code }),
      ...(workerId === undefined ? {} : { workerId }),
      ...person,
      gateName: gateName(event.gateId),
      ...(actorName === undefined ? {} : { actorName }),
      deviceAtMs,
      centralAtMs: deviceAtMs + (event.clockOffsetMs ?? 0),
      ...(row.told_at_ms === null ? {} : { toldAtMs: row.told_at_ms }),
      ...(elsewhere ? { elsewhere: { gateName: gateName(elsewhere.gateId), atMs: elsewhere.atMs } } : {}),
      isInside,
      outcomes: row.status === null ? [] : [...outcomesOf({ type, status: row.status, code, workerId }, isInside)],
      ...('clearing' in row ? clearedBy(row.clearing) : {}),
    };
  };
  const nameOfUser = ({ actor: { userId } }: EventEnvelope): string | undefined =>
    userId === undefined ? undefined : cache.get('user', userId)?.name;
  const clearedBy = (body: string): Pick<TrayCard, 'cleared'> => {
    const event = knownEvent({ ...(JSON.parse(body) as EventEnvelope), hash: '' });
    if (event?.type !== 'tray.cleared') return {};
    const byName = nameOfUser(event);
    const { outcome, reason } = event.data;
    const by = byName === undefined ? {} : { byName };
    return { cleared: { outcome, reason, atMs: Date.parse(event.occurredAt), ...by } };
  };
  const counts: Tray['counts'] = () => {
    const { flagged = 0, rejected = 0, set_aside = 0 } = rows.counts();
    return { flagged, setAside: rejected + set_aside };
  };

  return {
    counts,
    page(show) {
      if (show === 'cleared') return { cards: rows.cleared().map(card), total: rows.clearedTotal() };
      const { flagged, setAside } = counts();
      return { cards: rows.open().map(card), total: flagged + setAside };
    },
    clear({ eventId, seq, outcome, reason }) {
      const open = rows.open().map(card);
      const shown = open.find((each) => each.seq === seq && each.eventId === eventId);
      if (!shown?.outcomes.includes(outcome)) return 'gone';
      const { workerId } = shown;
      const presence = workerId === undefined ? undefined : site.of(workerId);
      const clearing = { eventId, seq, outcome, reason, workerId };
      const written = append(clearingFacts(clearing, presence, actor(), clock.nowMs()));
      return written.ok ? null : written.fault;
    },
  };
}

const workerOf = (event: EventEnvelope): string | undefined => {
  const { workerId } = event.data;
  return typeof workerId === 'string' ? workerId : undefined;
};
