import type { FaultCode } from '../core/codes.ts';
import type { Actor, EventEnvelope, Fact } from '../core/event/event.ts';
import type { Result } from '../core/result.ts';
import type { Policy } from '../core/site/policy.ts';
import type { Blobs } from './blobs/blobs.ts';
import type { Cache } from './cache/cache.ts';
import type { Clock } from './clock.ts';
import type { EnrolledAs } from './identity.ts';
import type { Journal } from './journal/journal.ts';
import type { SitePresences } from './presence/site-presence.ts';
import type { Sqlite } from './sqlite.ts';
import type { Delivery } from './sync/delivery.ts';
import type { Wishes } from './wishes/wishes.ts';

/** What every area of an enrolled gate stands on: the truth, what central told, and the one way to write something down. */
export interface Ground {
  readonly identity: EnrolledAs;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly db: Sqlite;
  readonly cache: Cache;
  readonly journal: Journal;
  /** Photos and documents, by their hash. */
  readonly blobs: Blobs;
  /** Who is inside, over all gates of the place. */
  readonly presence: SitePresences;
  /** The rules of this gate's location, as central last told them. */
  readonly policy: () => Policy;
  /** All of the facts or none; on disk when it returns. Central is told by and by. */
  readonly append: (facts: readonly Fact[]) => Result<readonly EventEnvelope[], FaultCode>;
  /** Whose act it is that the desk asks for. */
  readonly actor: () => Actor;
  /** What central answered to the acts of this gate. */
  readonly delivery: Delivery;
  /** Central has the event of this number. */
  readonly isDelivered: (seq: number) => boolean;
  /** What was asked of central here and is not told back yet; `cache` shows it as if it were so. */
  readonly wishes: Wishes;
}
