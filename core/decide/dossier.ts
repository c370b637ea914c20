import type { Credential, CredentialFault } from '../credential/credential.ts';
import type { Blocked } from '../door/door.ts';
import type { Grant } from '../event/grants.ts';
import type { Override } from '../event/overrides.ts';
import type { SitePresence } from '../presence/merge.ts';
import type { Code } from '../codes.ts';
import type { DataList } from '../site/data-lists.ts';
import type { Result } from '../result.ts';
import type { Badge, Client, Connection, Location, Policy, Worker, WorkOrder } from '../site/entities.ts';
import type { Rostered } from './work.ts';

/** What a member of staff said after looking at a person whom the rules did not let in by themselves. */
export interface Confirmed {
  /** The wishes for a look that are answered: with yes, or they would not stand here. */
  readonly codes: readonly Code[];
  readonly answers: readonly Answer[];
}
/** To one of the location's questions; its text as it was asked. */
export interface Answer {
  readonly questionId: string;
  readonly text: string;
  readonly answer: 'yes' | 'no';
}

/** Everything about one reading that the rules may look at, gathered beforehand: decide itself asks nobody. */
/** What a door may be kept shut by; `roll_call`: one that is no drill (G8). */
export type EntryBlocked = Blocked | 'roll_call';

export interface Dossier {
  readonly credential: Result<Credential, CredentialFault>;
  /** Direction of the lane. `both`: a person inside goes out, all others come in. */
  readonly laneDirection: 'in' | 'out' | 'both';
  /** Why the lane's door may not be released for somebody who comes in, if it may not. */
  readonly entryBlocked?: EntryBlocked;
  readonly nowMs: number;
  readonly location: Location;
  readonly policy: Policy;
  /** The clients of this location. */
  readonly clients: readonly Client[];
  readonly badge?: Badge;
  readonly worker?: Worker;
  /** All connections of the worker, to any client at any location. */
  readonly connections: readonly Connection[];
  /** Work orders that the worker is assigned to, here and elsewhere, open or not. */
  readonly workOrders: readonly WorkOrder[];
  /** Lines of events' rosters that name the worker, here and elsewhere, with their events, whatever became of those. */
  readonly roster?: readonly Rostered[];
  /** Names of other locations that the work orders speak of. */
  readonly locationNames: Readonly<Record<string, string>>;
  /** Latest grant of this badge, or of this worker for a tap. */
  readonly grant?: Grant;
  /** Where the person is, whichever gate of the place saw it last. */
  readonly presence?: SitePresence;
  /** Names of the place's gates. */
  readonly gateNames?: Readonly<Record<string, string>>;
  readonly insideCount: number;
  /** Age of the last complete pull; undefined: never pulled. */
  readonly dataAgeMs?: number;
  /** How old the word of the place's other gates is, as they tell it among themselves; undefined: not all of them are heard. */
  readonly gatesHeardAgoMs?: number;
  /** Lists whose age is another than that: one that came earlier in a pull that is not complete yet. */
  readonly listAgesMs?: Readonly<Partial<Record<DataList, number>>>;
  /** G6: overrides for this person; absent: not looked up, for nothing is against the person yet. */
  readonly overrides?: readonly Override[];
  readonly confirmed?: Confirmed;
}
