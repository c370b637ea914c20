import { afterEach } from 'vitest';
import type { Fact } from '../../core/event/event.ts';
import { fail, ok } from '../../core/result.ts';
import { createDoorWatch } from '../../main/door/door-watch.ts';
import { createOverride } from '../../main/door/override.ts';
import { doorSchema, type DoorConfig, type PulseResult } from '../../native/messages.ts';
import { countedIds, newHome, openTestStore, START_MS, type TestStore } from './fixtures.ts';
import { virtualTime } from './virtual-time.ts';

export const CONTACT = { which: 'contact', from: 1, wiring: 'NC' };
export const FIRE = { which: 'fire', from: 2, wiring: 'NC' };
export const door = (more: object = {}): DoorConfig =>
  doorSchema.parse({ id: 'door-1', name: 'Door', driver: 'modbus-rtu', path: '/dev/ttyUSB0', pulseMs: 1000, ...more });
export const watched = door({ inputs: [CONTACT, FIRE] });

export const stores: TestStore[] = [];
afterEach(() => stores.splice(0).forEach(({ db }) => db.close()));

/** Who sits at the desk. */
const NAMES: Readonly<Record<string, string>> = { moira: 'Moira Tennant' };
const actor = () => ({ kind: 'user', userId: 'moira' }) as const;

interface Bench {
  readonly configs?: readonly DoorConfig[];
  readonly home?: string;
  /** What the board answers. */
  readonly result?: PulseResult;
  /** The disk is full. */
  readonly unwritable?: boolean;
}

/** Doors over a real journal, a board that answers at once, and time that a test lets pass. */
export function bench({ configs = [watched], home = newHome(), result, unwritable }: Bench = {}) {
  const time = virtualTime();
  const store = openTestStore(home);
  stores.push(store);
  const trace: string[] = [];
  const nobodyPassed: string[] = [];
  let doors = configs;
  const append = (fact: Fact) => {
    if (unwritable) return fail('disk_full' as const);
    const written = store.journal.append([fact]);
    const event = written.ok ? written.value[0] : undefined;
    if (!event) throw new Error('the test journal takes everything');
    const { causeId: _, ...data } = fact.data as Record<string, unknown>;
    trace.push(`${fact.type} ${Object.values(data).join(' ')}`);
    return ok(event);
  };
  const watch = createDoorWatch({
    nowMs: () => START_MS + time.nowMs(),
    monotonicMs: time.nowMs,
    newId: countedIds(),
    doors: () => doors,
    actor,
    userName: (userId) => NAMES[userId],
    host: {
      pulse: (_id, doorId, pulseMs) => {
        trace.push(`pulse ${doorId} ${pulseMs}`);
        return Promise.resolve(result ?? { ok: true, confirmation: 'verified' });
      },
    },
    append,
    record: (fact) => void append(fact),
    nobodyPassed: (causeId) => nobodyPassed.push(causeId),
    raise: (code, part) => trace.push(`raise ${code} ${part}`),
    changed: () => undefined,
    setTimer: time.setTimer,
  });
  const configOf = (id: string) => doors.find((each) => each.id === id);
  const override = createOverride({ doors: watch, door: configOf, actor, append });
  const sense = (which: 'contact' | 'rex' | 'fire', active: boolean) =>
    watch.input({ type: 'input', doorId: 'door-1', which, active, atMs: 0 });
  const view = () => watch.views(() => ({ state: 'up' }))[0];
  const newly = () => trace.splice(0);
  const change = (next: readonly DoorConfig[]) => {
    doors = next;
    watch.reconfigure();
  };
  return { home, store, time, trace, nobodyPassed, watch, override, sense, view, newly, change };
}
