/**
 * What central keeps, as the rest of central sees it. SQL lives behind this interface alone; every call is a promise,
 * so that a store on another machine can stand in for the file.
 */
import type { EntityName } from '../../core/site/entities.ts';
import type { EventResult } from '../../core/sync/wire.ts';
import type { AuditRows } from './audit-rows.ts';
import type { PersonRows } from './person-rows.ts';
import type { MailRows } from './mails.ts';

export interface Store {
  /** A consistent view: nothing that is written meanwhile shows up half-way through `work`. */
  read<T>(work: (rows: Rows) => Promise<T>): Promise<T>;
  /**
   * One transaction, durable when the promise settles; undone when `work` throws. Nothing else writes meanwhile, or with a `turn`
   * nothing else that has the same.
   * `work` may run again when the first try came to nothing: it changes rows alone.
   */
  write<T>(work: (rows: Rows) => Promise<T>, turn?: Turn): Promise<T>;
  /** Tells of committed work, after it is durable. The return value ends the watch. */
  watch(listener: (notice: Notice) => void): () => void;
  close(): Promise<void>;
}

export type Notice =
  | { readonly kind: 'changed'; readonly locationIds: ReadonlySet<string> }
  | { readonly kind: 'revoked'; readonly deviceId: string }
  /** Something may have been told that did not get here. */
  | { readonly kind: 'missed' };

/**
 * What a write is about, for it to stand in nobody's way who writes about something else. `acts`: what happened at one place to these
 * people. `own_rows`: rows that it finds and changes by their keys, and that decide about nothing else.
 */
export type Turn =
  | { readonly kind: 'acts'; readonly locationId: string; readonly workerIds: readonly string[] }
  | { readonly kind: 'own_rows' };

/**
 * Within one `write`, what was read is remembered and what is written goes out in sets, before the commit or before somebody asks
 * for what it might change. The calls that read ahead spare a question for each row; they change nothing else.
 */
export interface Rows {
  readonly devices: DeviceRows;
  readonly records: RecordRows;
  readonly feed: FeedRows;
  readonly events: EventRows;
  readonly owed: OwedRows;
  readonly badges: BadgeRows;
  readonly notes: NoteRows;
  readonly mail: MailRows;
  readonly people: PersonRows;
  readonly audit: AuditRows;
}

export interface EnrolmentCode {
  readonly codeHash: string;
  readonly gateId: string;
  readonly locationId: string;
  readonly expiresAtMs: number;
  readonly usedAtMs: number | null;
}
export interface Device {
  readonly id: string;
  readonly gateId: string;
  readonly locationId: string;
  readonly name: string;
  readonly platform: string;
  readonly appVersion: string;
  readonly enrolledAtMs: number;
  readonly revokedAtMs: number | null;
}
export interface Token {
  readonly tokenHash: string;
  readonly deviceId: string;
  /** Null: good until it is replaced. */
  readonly expiresAtMs: number | null;
  readonly usedAtMs: number | null;
}
/** A device with what central has of it. */
export interface DeviceOverview extends Device {
  readonly takenSeq: number | null;
  readonly lastTakenAtMs: number | null;
  /** Of the newest thousand. */
  readonly flagged: number;
  readonly setAside: number;
}
export interface DeviceRows {
  /** The newest first. */
  overview(limit: number): Promise<DeviceOverview[]>;
  addCode(code: EnrolmentCode): Promise<void>;
  code(codeHash: string): Promise<EnrolmentCode | undefined>;
  spendCode(codeHash: string, atMs: number): Promise<void>;
  add(device: Device): Promise<void>;
  device(id: string): Promise<Device | undefined>;
  /** False: there is no such device, or it was revoked before. */
  revoke(id: string, atMs: number): Promise<boolean>;
  addToken(token: Token): Promise<void>;
  token(tokenHash: string): Promise<Token | undefined>;
  markTokenUsed(tokenHash: string, atMs: number): Promise<void>;
  /** Gives every token of the device an end, unless it has an earlier one. */
  endTokens(deviceId: string, atMs: number): Promise<void>;
  removeOtherTokens(deviceId: string, keptTokenHash: string): Promise<void>;
}

export interface StoredRecord {
  readonly entity: EntityName;
  readonly id: string;
  readonly data: Readonly<Record<string, unknown>>;
}
/** One outward reference of a record, for instance a connection's `workerId`. */
export interface Reference {
  readonly field: string;
  readonly target: string;
}
export interface RecordRows {
  get(entity: EntityName, id: string): Promise<StoredRecord | undefined>;
  all(entity: EntityName): Promise<StoredRecord[]>;
  /** Records of `entity` whose `field` names `target`. */
  referring(entity: EntityName, field: string, target: string): Promise<StoredRecord[]>;
  /** `references` undefined: they are as they were. */
  put(record: StoredRecord, references: readonly Reference[] | undefined): Promise<void>;
  remove(entity: EntityName, id: string): Promise<void>;
  readAhead(entity: EntityName, ids: readonly string[]): Promise<void>;
  readReferringAhead(entity: EntityName, field: string, targets: readonly string[]): Promise<void>;
}

export interface FeedRow {
  readonly rev: number;
  readonly entity: string;
  readonly id: string;
  readonly op: 'put' | 'delete';
  readonly data?: Record<string, unknown>;
}
/** Per location, the latest word on each record that its gates were ever told of. `rev` grows with each word, per location. */
export interface FeedRows {
  /** Locations that hold the record now. */
  holders(entity: EntityName, id: string): Promise<string[]>;
  tell(locationId: string, entity: EntityName, id: string, op: 'put' | 'delete', atMs: number): Promise<void>;
  after(locationId: string, rev: number, limit: number): Promise<FeedRow[]>;
  /** Badges that were revoked and people who are blocked, as the location's gates see them, the latest word first. */
  barred(locationId: string, limit: number): Promise<FeedRow[]>;
  headRev(locationId: string): Promise<number>;
  /** Cursors before this have missed deletions that are no longer kept. */
  floorRev(locationId: string): Promise<number>;
  forgetDeletions(beforeMs: number): Promise<void>;
  readAhead(entity: EntityName, ids: readonly string[]): Promise<void>;
}

export interface StoredEvent {
  readonly id: string;
  readonly deviceId: string;
  readonly seq: number;
  readonly type: string;
  readonly gateId: string;
  readonly locationId: string;
  /** occurredAt put right by the device's clock offset, Unix milliseconds. */
  readonly correctedAtMs: number;
  readonly receivedAtMs: number;
  readonly status: 'accepted' | 'flagged';
  readonly code: string | null;
  readonly hash: string;
  readonly prevHash: string;
  /** The event as it came, JSON. */
  readonly body: string;
}
/** A pushed value that could not be taken, kept for a person to look at. */
export interface Quarantined {
  readonly deviceId: string;
  /** SHA-256 of the value as JSON: the same one again is not kept twice. */
  readonly contentHash: string;
  readonly receivedAtMs: number;
  readonly eventId: string | null;
  readonly seq: number | null;
  readonly hash: string | null;
  readonly result: EventResult;
  readonly body: string;
}
/** What a location's gates were told of an act. */
export interface Activity {
  readonly locationId: string;
  readonly correctedAtMs: number;
  readonly eventId: string;
}
/** A moment in a worker's acts, ties by event id. */
export interface Moment {
  readonly workerId: string;
  readonly atMs: number;
  readonly eventId: string;
}
/** A going in or out, in the order of corrected time, ties by event id. */
export interface Act {
  readonly workerId: string;
  readonly correctedAtMs: number;
  readonly eventId: string;
  readonly gateId: string;
  readonly locationId: string;
  readonly inside: boolean;
}
export interface EventRows {
  byId(id: string): Promise<StoredEvent | undefined>;
  bySeq(deviceId: string, seq: number): Promise<StoredEvent | undefined>;
  /** The event with the highest seq. */
  lastOf(deviceId: string): Promise<StoredEvent | undefined>;
  /** The highest seq that was taken or set aside; 0: none. */
  highestSeq(deviceId: string): Promise<number>;
  /** What a rejected event with this place in the chain claimed as its hash. */
  quarantinedHash(deviceId: string, seq: number): Promise<string | undefined>;
  add(event: StoredEvent): Promise<void>;
  setAside(event: Quarantined): Promise<void>;
  ofDevice(deviceId: string, afterSeq: number, limit: number): Promise<StoredEvent[]>;
  /** The bodies of a device's events from one number to another, in their order. */
  bodies(deviceId: string, fromSeq: number, toSeq: number): Promise<string[]>;
  quarantine(deviceId: string): Promise<Quarantined[]>;
  addAct(act: Act): Promise<void>;
  /** G6: the gate took its own act back. From now on it is as if it had not been, whichever of the two arrives first. */
  undoAct(eventId: string, gateId: string): Promise<void>;
  /** The worker's acts next to this moment, at any location. */
  actBefore(workerId: string, atMs: number, eventId: string): Promise<Act | undefined>;
  actAfter(workerId: string, atMs: number, eventId: string): Promise<Act | undefined>;
  latestAct(workerId: string, locationId: string): Promise<Act | undefined>;
  addActivity(activity: Activity): Promise<void>;
  /** Takes out what is older than `beforeMs` or not among the newest `most` of the location, and returns its event ids. */
  takeOldActivity(locationId: string, beforeMs: number, most: number): Promise<string[]>;
  readAhead(ids: readonly string[]): Promise<void>;
  /** @param moments the first that will be asked about, or added to, of each of these workers; `coming`: the acts that may be added */
  readActsAhead(moments: readonly Moment[], coming: readonly Pick<Act, 'eventId' | 'gateId'>[]): Promise<void>;
}

/** Events that were taken in one batch, one behind the other, and of which nobody was told yet what follows from them. */
export interface Owed {
  readonly deviceId: string;
  readonly locationId: string;
  /** Both ends included. */
  readonly fromSeq: number;
  readonly toSeq: number;
  readonly takenAtMs: number;
}
export interface OwedRows {
  add(owed: Owed): Promise<void>;
  /** Where something is owed; first where it has been the longest. */
  locations(): Promise<string[]>;
  /** In the order of devices and of their events. */
  of(locationId: string, limit: number): Promise<Owed[]>;
  /** Whether something is owed there of another device than this. */
  ofOthers(locationId: string, deviceId: string): Promise<boolean>;
  /** False: somebody else has told it meanwhile. */
  take(owed: Owed): Promise<boolean>;
}

export interface Issuer {
  readonly keyId: string;
  /** The private key, JSON, as sign.ts made it. */
  readonly secret: string;
}
/** The page that a worker opens on a phone. Whoever has the link has the badge. */
export interface BadgePage {
  readonly token: string;
  readonly workerId: string;
  readonly badgeId: string;
  readonly text: string;
}
export interface BadgeRows {
  addIssuer(issuer: Issuer): Promise<void>;
  issuers(): Promise<Issuer[]>;
  putPage(page: BadgePage): Promise<void>;
  page(token: string): Promise<BadgePage | undefined>;
  pageOfBadge(badgeId: string): Promise<BadgePage | undefined>;
}

export type { MailRows, OutgoingMail } from './mails.ts';

/** Small facts that the program keeps about itself. */
export interface NoteRows {
  get(name: string): Promise<string | undefined>;
  set(name: string, value: string): Promise<void>;
}
