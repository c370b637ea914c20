import type { Code } from '../codes.ts';

export type Direction = 'in' | 'out';

/** Numbers and names that the words of a code may mention. Times are Unix milliseconds. */
export interface DecisionFacts {
  readonly startsAtMs?: number;
  readonly endsAtMs?: number;
  readonly sinceMs?: number;
  readonly insideMs?: number;
  readonly clientName?: string;
  readonly locationName?: string;
  /** Another gate of the place. */
  readonly gateName?: string;
  readonly workOrderNumber?: string;
  readonly eventName?: string;
  readonly reason?: string;
  readonly count?: number;
}

/** A grant that this decision makes (D6): absent when an earlier one still holds. */
export interface NewGrant {
  readonly untilMs: number;
  /** Of work orders, and of roster entries where an event brings the person here. */
  readonly workOrderIds: readonly string[];
  readonly clientId?: string;
}

interface Base {
  readonly code: Code;
  readonly direction: Direction;
  readonly facts: DecisionFacts;
  /** Things staff should know though they did not decide the matter. */
  readonly notes: readonly Code[];
  readonly workerId?: string;
  readonly badgeId?: string;
  readonly firstName?: string;
}
export interface Admit extends Base {
  readonly kind: 'admit';
  readonly workOrderIds: readonly string[];
  readonly grant?: NewGrant;
  /** G6: without this override the person would have been refused. */
  readonly overrideId?: string;
}
export interface Refuse extends Base {
  readonly kind: 'refuse';
}
/** A person must look before anything moves. */
export interface Ask extends Base {
  readonly kind: 'ask';
  /** Everything that a person must look at, `code` first; absent: that alone. */
  readonly asks?: readonly Code[];
}
export type Decision = Admit | Refuse | Ask;
