import { DOOR_DEFAULTS, newDoors, type Door, type DoorRule, type Doors } from '../../core/door/door.ts';
import { relayDoorSchema, type DoorConfig, type DoorInput } from '../../native/messages.ts';

export const hasInput = ({ inputs }: DoorConfig, which: DoorInput['which']): boolean =>
  inputs?.some((input) => input.which === which) ?? false;

/** What the settings say about their doors, as core/door takes it. Of an airlock either door may name the other. */
export const rulesOf = (configs: readonly DoorConfig[]): DoorRule[] =>
  configs.map((config) => {
    const { heldAfterMs, graceMs, passageMs, exitReleases, interlockedWith = [] } = config.rules ?? {};
    const { exitRequest } = DOOR_DEFAULTS;
    const naming = configs.filter(({ rules }) => rules?.interlockedWith?.includes(config.id)).map(({ id }) => id);
    const known = interlockedWith.filter((doorId) => configs.some(({ id }) => id === doorId));
    return {
      ...DOOR_DEFAULTS,
      doorId: config.id,
      hasContact: hasInput(config, 'contact'),
      heldAfterMs: heldAfterMs ?? DOOR_DEFAULTS.heldAfterMs,
      graceMs: graceMs ?? DOOR_DEFAULTS.graceMs,
      passageMs: passageMs ?? DOOR_DEFAULTS.passageMs,
      exitRequest: { ...exitRequest, releases: exitReleases ?? exitRequest.releases },
      interlockedWith: [...new Set([...known, ...naming])].filter((doorId) => doorId !== config.id),
    };
  });

/** A door as the device host knows it: what is the same here goes on undisturbed there. */
const lineOf = (config: DoorConfig | undefined): string => JSON.stringify(config && relayDoorSchema.parse(config));

/**
 * The doors after a change of the settings: one whose line stays as it was goes on as it is, under its new rule; of one
 * whose line was changed only its mode is kept, for it is opened anew and its inputs are read anew.
 */
export function carryOver(doors: Doors, before: readonly DoorConfig[], after: readonly DoorConfig[]): Doors {
  const old = new Map(doors.doors.map((door) => [door.rule.doorId, door]));
  const fresh = newDoors(rulesOf(after)).doors.map((door, i): Door => {
    const known = old.get(door.rule.doorId);
    const config = after[i];
    if (!known || !config) return door;
    const same = lineOf(config) === lineOf(before.find(({ id }) => id === config.id));
    return same ? { ...known, rule: door.rule } : { ...door, mode: known.mode };
  });
  return { doors: fresh, burning: doors.burning.filter((id) => after.some((config) => config.id === id)) };
}
