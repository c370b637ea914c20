import type { Conversation, Relay, Unit } from './conversation-state.ts';
import type { RelayDialect } from './dialect.ts';
import { relayWish, type RelayNature } from './relay-life.ts';

/** Smaller goes first. */
const URGENCY = { off: 0, check_on: 1, on: 2, query: 3 } as const;

/** Something that a relay, or the heartbeat of its board, wants to have written from a certain time on. */
export interface Wish {
  readonly write: 'on' | 'off' | 'query';
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
    return [...ofRelays, heartbeat];
  });
}

export const natureOf = (dialect: RelayDialect, unit: Unit): RelayNature => ({
  timedBy: unit.timedBy,
  readable: unit.readBack !== 'no',
  echoes: dialect.echoes,
});
