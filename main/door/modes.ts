import type { DoorMode } from '../../core/door/door.ts';
import { knownEvent, type EventEnvelope } from '../../core/event/event.ts';
import { eventFromRow, type EventRow } from '../journal/journal.ts';
import type { Sqlite } from '../sqlite.ts';

/** The mode that a door was last given, with who gave it, why and when (Unix ms). */
export interface KeptMode {
  readonly doorId: string;
  readonly mode: DoorMode;
  readonly by?: string;
  readonly reason: string;
  readonly sinceMs: number;
}

/** What a change of mode says about the mode to go back to after a restart: fire frees a door and leaves its mode as it is. */
export function keptMode(event: EventEnvelope): KeptMode | undefined {
  const known = knownEvent(event);
  if (known?.type !== 'door.mode_changed') return undefined;
  const { doorId, from, to, why } = known.data;
  const mode = to === 'freed' ? from : to;
  if (mode === 'freed') return undefined;
  const { userId } = known.actor;
  return {
    doorId,
    mode,
    ...(userId === undefined ? {} : { by: userId }),
    reason: why,
    sinceMs: Date.parse(known.occurredAt),
  };
}

/** The modes that doors had when the program ended, rebuilt from the journal. */
export function readModes(db: Sqlite): KeptMode[] {
  const modes = new Map<string, KeptMode>();
  const rows = db.prepare<[], EventRow>(
    `select seq, body, hash from event where seq in (
       select max(seq) from event where type = 'door.mode_changed' group by body ->> '$.data.doorId'
     )`,
  );
  for (const row of rows.all()) {
    const mode = keptMode(eventFromRow(row));
    if (mode) modes.set(mode.doorId, mode);
  }
  return [...modes.values()];
}
