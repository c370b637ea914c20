import type { DeviceFault } from '../fault.ts';
import type { Conversation, Relay, Unit } from './conversation-state.ts';
import { isStuck } from './relay-life.ts';

/** How a door's relay stands, as main is told. */
export type Standing = { readonly state: 'up'; readonly detail?: string } | ({ readonly state: 'down' } & DeviceFault);

/** Undefined: not known yet, so that what was said last still holds. */
export function standingOf(link: Conversation['link'], unit: Unit, relay: Relay): Standing | undefined {
  if (link.fault) return { state: 'down', ...link.fault };
  if (unit.trouble) return { state: 'down', ...unit.trouble };
  if (isStuck(relay.life)) {
    return { state: 'down', code: 'relay_stuck', detail: `relay ${relay.channel} stays on after its off order` };
  }
  if (!relay.rested) return undefined;
  const blind = unit.readBack === 'no' ? ['blind: this board does not say how its relays stand'] : [];
  const noInputs = unit.noInputs === undefined ? [] : [`inputs can't be read: ${unit.noInputs}`];
  const noLines = link.noModemLines === undefined ? [] : [`modem lines can't be read: ${link.noModemLines}`];
  const details = [...blind, ...noInputs, ...noLines];
  return details.length > 0 ? { state: 'up', detail: details.join('; ') } : { state: 'up' };
}

export const sameStanding = (a: Standing | undefined, b: Standing): boolean =>
  a !== undefined && a.state === b.state && a.detail === b.detail && codeOf(a) === codeOf(b);

const codeOf = (standing: Standing) => (standing.state === 'down' ? standing.code : undefined);
