import type { Conversation, Exchange, Relay, Unit } from './conversation-state.ts';
import type { RelayDialect } from './dialect.ts';
import { relayWish, type RelayNature } from './relay-life.ts';

/** Smaller goes first. */
const URGENCY = { off: 0, check_on: 1, on: 2, query: 3, inputs: 4 } as const;

/** Something that a relay, the heartbeat of its board, or its inputs want to have written from a certain time on. */
export interface Wish {
  readonly write: Exchange['write'];
  readonly urgency: number;
  readonly dueAtMs: number;
  readonly unit: Unit;
  readonly relay: Relay;
}

/** All that the line has to say sooner or later; nothing while it is closed. */
export function wishes(dialect: RelayDialect, talk: Conversation): readonly Wish[] {
  if (!talk.link.open) return [];
  return talk.units.flatMap((unit) => {
    const ofRelays = unit.relays.flatMap((relay): Wish[] => {
      const wish = relayWish(relay.life, natureOf(dialect, unit));
      if (!wish) return [];
      const urgency = relay.life.at === 'check_on' ? URGENCY.check_on : URGENCY[wish.write];
      return [{ ...wish, urgency, unit, relay }];
    });
    if (unit.trouble) return ofRelays;
    const heartbeat: Wish = {
      write: 'query',
      urgency: URGENCY.query,
      dueAtMs: unit.queryDueAtMs,
      unit,
      relay: unit.relays[0]!,
    };
    if (unit.lastInput === 0 || unit.noInputs !== undefined || !dialect.queryInputs) return [...ofRelays, heartbeat];
    const inputs: Wish = { ...heartbeat, write: 'inputs', urgency: URGENCY.inputs, dueAtMs: unit.inputsDueAtMs };
    return [...ofRelays, heartbeat, inputs];
  });
}

export const natureOf = (dialect: RelayDialect, unit: Unit): RelayNature => ({
  timedBy: unit.timedBy,
  readable: unit.readBack !== 'no',
  echoes: dialect.echoes,
});
