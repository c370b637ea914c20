import { DOOR_DEFAULTS, newDoors, type Door, type DoorRule, type Doors } from '../../core/door/door.ts';
import type { DoorConfig, DoorInput } from '../../native/messages.ts';

export const hasInput = ({ inputs }: DoorConfig, which: DoorInput['which']): boolean =>
  inputs?.some((input) => input.which === which) ?? false;

/** What the settings say about a door, as core/door takes it. A request to exit is seen; releasing for it is the board's own wiring. */
export const ruleOf = (config: DoorConfig): DoorRule => ({
  ...DOOR_DEFAULTS,
  doorId: config.id,
  hasContact: hasInput(config, 'contact'),
});

/**
 * The doors after a change of the settings: one that stays as it was goes on as it is; of one that was changed only its
 * mode is kept, for its line is opened anew and its inputs are read anew.
 */
export function carryOver(doors: Doors, before: readonly DoorConfig[], after: readonly DoorConfig[]): Doors {
  const same = (config: DoorConfig): boolean =>
    JSON.stringify(config) === JSON.stringify(before.find(({ id }) => id === config.id));
  const old = new Map(doors.doors.map((door) => [door.rule.doorId, door]));
  const fresh = newDoors(after.map(ruleOf)).doors.map((door, i): Door => {
    const known = old.get(door.rule.doorId);
    const config = after[i];
    if (!known || !config) return door;
    return same(config) ? known : { ...door, mode: known.mode };
  });
  return { doors: fresh, burning: doors.burning.filter((id) => after.some((config) => config.id === id)) };
}
