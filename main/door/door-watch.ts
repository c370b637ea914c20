import type { FaultCode } from '../../core/codes.ts';
import {
  newDoors,
  type Blocked,
  type DoorEffect,
  type DoorHappening,
  type DoorMode,
  type Doors,
  type DoorsInput,
} from '../../core/door/door.ts';
import { doorsStep, nextDueMs, whyBlocked } from '../../core/door/door-rules.ts';
import type { Actor, EventEnvelope, Fact } from '../../core/event/event.ts';
import { unreachable, type Result } from '../../core/result.ts';
import type { DoorConfig, FromHost, PulseResult } from '../../native/messages.ts';
import type { DoorView } from '../../preload/device-views.ts';
import type { DeviceHost } from '../device-host.ts';
import { createRelease } from '../doors.ts';
import { createContactWaits } from './contact-waits.ts';
import { carryOver, hasInput, rulesOf } from './door-config.ts';
import { createAlarms, doorView } from './door-view.ts';
import { keptMode, type KeptMode } from './modes.ts';

export interface DoorWatchParts {
  readonly nowMs: () => number;
  readonly monotonicMs: () => number;
  readonly newId: () => string;
  readonly doors: () => readonly DoorConfig[];
  readonly host: Pick<DeviceHost, 'pulse'>;
  /** On disk when it returns. Fails with `not_enrolled` while there is no journal. */
  readonly append: (fact: Fact) => Result<EventEnvelope, FaultCode>;
  readonly record: (fact: Fact) => void;
  /** Whose act it is that the desk asks for. */
  readonly actor: () => Actor;
  readonly userName: (userId: string) => string | undefined;
  readonly raise: (code: FaultCode, part: string, detail?: string) => void;
  /** The door for this act closed too soon for anybody to pass. */
  readonly nobodyPassed: (causeId: string) => void;
  readonly changed: () => void;
  readonly setTimer: (run: () => void, ms: number) => () => void;
}

export interface DoorWatch {
  readonly input: (input: Extract<FromHost, { type: 'input' }>) => void;
  /** Its board, or the host of all boards, is down. */
  readonly lost: (doorId: string) => void;
  /** Releases a door for an act that is on disk. The answer is the board's, or why the door was kept shut. */
  readonly release: (doorId: string, act: Pick<EventEnvelope, 'id'>, direction: 'in' | 'out') => Promise<PulseResult>;
  /** Why nobody may come in by this door now. */
  readonly entryBlocked: (doorId: string) => Blocked | undefined;
  /** Changes nothing when the change can't be written down. */
  readonly setMode: (doorId: string, mode: DoorMode, reason: string) => Result<undefined, FaultCode>;
  /** True as soon as the contact reads open, false when it does not within `waitMs`; undefined without a contact. */
  readonly contactOpens: (doorId: string, waitMs: number) => Promise<boolean | undefined>;
  /** After a start: the modes that the journal knows. */
  readonly restore: (modes: readonly KeptMode[]) => void;
  /** The settings name other doors now. */
  readonly reconfigure: () => void;
  readonly views: (stateOf: (doorId: string) => Pick<DoorView, 'state' | 'code'>) => DoorView[];
  readonly stop: () => void;
}

const SYSTEM = { kind: 'system' } as const;

/**
 * Drives core/door: inputs, acts and modes go in with their time, what comes out is pulsed, recorded and shown. While a
 * door is held open or freed it is released again and again; the change of its mode is the row that stands before those
 * pulses. People who want out are not kept in by a full disk: fire and exit requests release even when nothing can be written.
 */
export function createDoorWatch(parts: DoorWatchParts): DoorWatch {
  const { host, nowMs, monotonicMs, record } = parts;
  let configs = parts.doors();
  let doors: Doors = newDoors(rulesOf(configs));
  let cancelTick = (): void => {};
  const alarms = createAlarms();
  const modes = new Map<string, KeptMode>();
  const answers = new Map<string, (result: PulseResult) => void>();
  const contacts = createContactWaits(parts.setTimer);
  const configOf = (doorId: string): DoorConfig | undefined => configs.find(({ id }) => id === doorId);
  const pulseFor = createRelease({ host, door: configOf, record, raise: parts.raise });

  const answer = (causeId: string, result: PulseResult): void => {
    answers.get(causeId)?.(result);
    answers.delete(causeId);
  };
  const pulse = async ({ doorId, causeId, because, pulseMs }: Extract<DoorEffect, { do: 'pulse' }>): Promise<void> => {
    if (causeId !== undefined) {
      const result = await pulseFor(doorId, { id: causeId });
      happens({ type: 'pulsed', doorId, causeId, ok: result.ok, atMs: monotonicMs() });
      return answer(causeId, result);
    }
    if (because === 'exit_request') {
      const data = { doorId, purpose: 'exit_request' as const, reason: '' };
      const written = parts.append({ type: 'override.given', actor: SYSTEM, data });
      if (written.ok) return void (await pulseFor(doorId, written.value));
    }
    await host.pulse(parts.newId(), doorId, pulseMs);
  };
  const perform = (effect: DoorEffect): void => {
    alarms.take(effect, nowMs());
    switch (effect.do) {
      case 'pulse':
        return void pulse(effect);
      case 'refuse': {
        const { doorId, causeId, why: detail } = effect;
        const code = 'door_kept_shut';
        record({ type: 'device.fault', actor: SYSTEM, data: { code, part: doorId, detail, causeId } });
        return answer(causeId, { ok: false, code, detail });
      }
      case 'record':
        return write(effect.fact);
      case 'notice': {
        const { doorId, causeId, what } = effect;
        record({ type: 'door.unused', actor: SYSTEM, data: { doorId, causeId, what } });
        if (what === 'nobody_passed') parts.nobodyPassed(causeId);
        return;
      }
      case 'alarm':
        return;
      default:
        return unreachable(effect);
    }
  };
  const write = (fact: Extract<DoorEffect, { do: 'record' }>['fact']): void => {
    if (fact.type !== 'door.mode_changed') return record(fact);
    const written = parts.append(fact);
    const mode = written.ok ? keptMode(written.value) : undefined;
    if (mode) modes.set(mode.doorId, mode);
    if (!written.ok) record(fact);
  };
  const adopt = (next: Doors, effects: readonly DoorEffect[]): void => {
    doors = next;
    for (const effect of effects) perform(effect);
    cancelTick();
    const dueMs = nextDueMs(doors);
    if (dueMs !== undefined)
      cancelTick = parts.setTimer(
        () => happens({ type: 'tick', atMs: monotonicMs() }),
        Math.max(0, dueMs - monotonicMs()),
      );
    if (effects.length > 0) parts.changed();
  };
  const happens = (input: DoorsInput): void => {
    if (input.type !== 'tick' && !doors.doors.some(({ rule }) => rule.doorId === input.doorId)) return;
    const { doors: next, effects } = doorsStep(doors, input);
    adopt(next, effects);
  };
  const isOpen = (doorId: string): boolean =>
    doors.doors.some(({ rule, contact }) => rule.doorId === doorId && contact === 'open');

  return {
    input({ doorId, which, active }) {
      happens({ type: 'input', doorId, which, active, atMs: monotonicMs() });
      if (isOpen(doorId)) contacts.opened(doorId);
      parts.changed();
    },
    lost: (doorId) => happens({ type: 'lost', doorId, atMs: monotonicMs() }),
    release(doorId, { id: causeId }, direction) {
      const config = configOf(doorId);
      if (!config) return pulseFor(doorId, { id: causeId });
      return new Promise((resolve) => {
        answers.set(causeId, resolve);
        happens({ type: 'release', doorId, causeId, direction, pulseMs: config.pulseMs, atMs: monotonicMs() });
      });
    },
    entryBlocked: (doorId) => (configOf(doorId) ? whyBlocked(doors, doorId, 'in', monotonicMs()) : undefined),
    setMode(doorId, mode, reason) {
      if (!configOf(doorId)) return { ok: false, fault: 'door_not_set_up' };
      const input: DoorHappening = { type: 'mode', doorId, mode, why: reason, atMs: monotonicMs() };
      const { doors: next, effects } = doorsStep(doors, input);
      const isChange = (effect: DoorEffect) => effect.do === 'record' && effect.fact.type === 'door.mode_changed';
      for (const effect of effects.filter(isChange)) {
        if (effect.do !== 'record') continue;
        const written = parts.append({ ...effect.fact, actor: parts.actor() });
        if (!written.ok) return { ok: false, fault: written.fault };
        const kept = keptMode(written.value);
        if (kept) modes.set(doorId, kept);
      }
      adopt(
        next,
        effects.filter((effect) => !isChange(effect)),
      );
      parts.changed();
      return { ok: true, value: undefined };
    },
    contactOpens(doorId, waitMs) {
      const config = configOf(doorId);
      if (!config || !hasInput(config, 'contact')) return Promise.resolve(undefined);
      if (isOpen(doorId)) return Promise.resolve(true);
      return contacts.wait(doorId, waitMs);
    },
    restore(kept) {
      for (const mode of kept) modes.set(mode.doorId, mode);
      const withMode = doors.doors.map((door) => ({ ...door, mode: modes.get(door.rule.doorId)?.mode ?? door.mode }));
      doors = { ...doors, doors: withMode };
      happens({ type: 'tick', atMs: monotonicMs() });
    },
    reconfigure() {
      const after = parts.doors();
      for (const doorId of doors.burning) {
        const config = after.find(({ id }) => id === doorId);
        if (!config || !hasInput(config, 'fire'))
          happens({ type: 'input', doorId, which: 'fire', active: false, atMs: monotonicMs() });
      }
      doors = carryOver(doors, configs, after);
      configs = after;
      happens({ type: 'tick', atMs: monotonicMs() });
      parts.changed();
    },
    views: (stateOf) =>
      configs.map((config) =>
        doorView({
          config,
          doors,
          state: stateOf(config.id),
          mode: modes.get(config.id),
          userName: parts.userName,
          alarm: alarms.of(config.id, nowMs()),
        }),
      ),
    stop: () => cancelTick(),
  };
}
