/** Something that was done at central, or refused. */
export interface AuditEntry {
  /** Grows with time: the order within one moment. */
  readonly id: string;
  readonly atMs: number;
  readonly actor: string;
  readonly action: string;
  /** The id of what or whom it is about. */
  readonly subject: string | null;
  /** Null: asked for. Else why it was not done. */
  readonly outcome: string | null;
}

/** Nothing in it is ever changed or taken out: the database itself refuses. */
export interface AuditRows {
  add(entry: AuditEntry): Promise<void>;
  /** The newest of those before this one, the newest first. */
  before(place: Pick<AuditEntry, 'atMs' | 'id'>, limit: number): Promise<AuditEntry[]>;
}
