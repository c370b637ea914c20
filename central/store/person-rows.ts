import type { StoredEvent } from './store.ts';

/** What is left of a person beside records: for the day when somebody's data has to go. Each looks through everything. */
export interface PersonRows {
  /** Events of a kind that carries names or what somebody typed, and that name this person by id. */
  wordyEvents(workerId: string): Promise<StoredEvent[]>;
  /** The one change of an event that there is: a body without its words, which says so (core/keeping/emptied). The hash stays. */
  emptyEvent(id: string, body: string): Promise<void>;
  /** Pages of badges and mails go; what was set aside loses its text. */
  forget(workerId: string): Promise<void>;
  /** Whether a record names this content hash. */
  isSpokenOf(sha256: string): Promise<boolean>;
}
