import { describe, expect, test } from 'vitest';
import { readModes } from '../../main/door/modes.ts';
import { START_MS } from './fixtures.ts';
import { bench, CONTACT, door, stores, watched } from './door-bench.ts';

describe('a release without a badge', () => {
  test('is written down, then moves the relay, then is told of', async () => {
    const { override, trace } = bench({ configs: [door()] });
    expect(await override('door-1', 'open_once', 'Parcel')).toEqual({ ok: true, confirmation: 'verified' });
    expect(trace).toEqual([
      'override.given door-1 open_once Parcel',
      'pulse door-1 1000',
      'door.opened door-1 verified 1000',
    ]);
  });

  test('moves nothing when it cannot be written down', async () => {
    const { override, trace } = bench({ unwritable: true });
    expect(await override('door-1', 'test', '')).toMatchObject({ ok: false, code: 'disk_full' });
    expect(trace).toEqual([]);
  });

  test('moves nothing at a door that nobody set up', async () => {
    const { override, trace } = bench({ configs: [] });
    expect(await override('door-1', 'test', '')).toMatchObject({ ok: false, code: 'door_not_set_up' });
    expect(trace).toEqual([]);
  });

  test('that the board does not answer for is a fault on record', async () => {
    const { override, trace } = bench({ result: { ok: false, code: 'board_silent', detail: 'nothing came' } });
    expect(await override('door-1', 'test', '')).toMatchObject({ ok: false, code: 'board_silent' });
    expect(trace.at(-1)).toBe('device.fault board_silent door-1 nothing came');
  });

  test('waits for the contact, and says whether it opened', async () => {
    const { override, sense, time } = bench();
    sense('contact', false);
    const opened = override('door-1', 'test', '');
    await time.pass(500);
    sense('contact', true);
    expect(await opened).toMatchObject({ contactOpened: true });
    sense('contact', false);
    const stayed = override('door-1', 'test', '');
    await time.pass(3000);
    expect(await stayed).toMatchObject({ contactOpened: false });
  });

  test.each([
    ['open_once', true],
    ['test', false],
    ['self_check', false],
  ] as const)('at a locked-down door for %s: released %s', async (purpose, released) => {
    const { override, watch, trace } = bench({ configs: [door()] });
    watch.setMode('door-1', 'locked_down', 'Crane');
    expect((await override('door-1', purpose, '')).ok).toBe(released);
    expect(trace.some((line) => line.startsWith('pulse'))).toBe(released);
  });
});

describe('modes', () => {
  test('a lock-down keeps entries out and exits free', async () => {
    const { watch } = bench();
    watch.setMode('door-1', 'locked_down', 'Crane');
    expect(watch.entryBlocked('door-1')).toBe('locked_down');
    expect(await watch.release('door-1', { id: 'act-1' }, 'out')).toMatchObject({ ok: true });
    expect(await watch.release('door-1', { id: 'act-2' }, 'in')).toMatchObject({ ok: false, code: 'door_kept_shut' });
  });

  test('a door is held open by short pulses, from the moment at which that is on record', async () => {
    const { watch, time, newly } = bench();
    watch.setMode('door-1', 'held_open', 'Delivery');
    await time.pass(3000);
    expect(newly()).toEqual([
      'door.mode_changed door-1 normal held_open Delivery',
      'pulse door-1 6000',
      'pulse door-1 6000',
    ]);
    watch.setMode('door-1', 'normal', 'Done');
    await time.pass(60_000);
    expect(newly()).toEqual(['door.mode_changed door-1 held_open normal Done']);
  });

  test('a mode that cannot be written down does not take hold', async () => {
    const { watch, view, time, trace } = bench({ unwritable: true });
    expect(watch.setMode('door-1', 'held_open', 'Delivery')).toEqual({ ok: false, fault: 'disk_full' });
    await time.pass(60_000);
    expect(view()?.mode).toBe('normal');
    expect(trace).toEqual([]);
  });

  test('outlive a restart, with who, why and when', () => {
    const first = bench();
    first.watch.setMode('door-1', 'locked_down', 'Crane');
    first.store.db.close();
    stores.length = 0;
    const { store, watch, view } = bench({ home: first.home });
    watch.restore(readModes(store.db));
    expect(view()).toMatchObject({
      mode: 'locked_down',
      modeBy: 'Moira Tennant',
      modeReason: 'Crane',
      modeSinceMs: START_MS,
    });
    expect(watch.entryBlocked('door-1')).toBe('locked_down');
  });

  test('outlive a restart in the middle of a fire', () => {
    const { store, watch, sense } = bench();
    watch.setMode('door-1', 'locked_down', 'Crane');
    sense('fire', true);
    expect(readModes(store.db)).toMatchObject([{ doorId: 'door-1', mode: 'locked_down' }]);
  });
});

describe('fire', () => {
  test('frees a door that is locked down, on record first, and lets nobody in', async () => {
    const { watch, sense, view, time, newly } = bench();
    watch.setMode('door-1', 'locked_down', 'Crane');
    newly();
    sense('fire', true);
    expect(newly()).toEqual(['door.mode_changed door-1 locked_down freed fire input of door-1', 'pulse door-1 6000']);
    expect(view()).toMatchObject({ fire: true, mode: 'locked_down' });
    expect(watch.entryBlocked('door-1')).toBe('fire');
    sense('fire', false);
    newly();
    await time.pass(60_000);
    expect(newly()).toEqual([]);
  });

  test('frees a door even when nothing can be written down', () => {
    const { sense, trace } = bench({ unwritable: true });
    sense('fire', true);
    expect(trace).toEqual(['pulse door-1 6000']);
  });

  test('is over when the settings name no fire input any more', async () => {
    const { sense, change, view, time, newly } = bench();
    sense('fire', true);
    change([door({ inputs: [CONTACT] })]);
    newly();
    await time.pass(60_000);
    expect(view()?.fire).toBe(false);
    expect(newly()).toEqual([]);
  });
});

describe('what a contact tells', () => {
  test('a door that opens without leave is forced until it is shut', () => {
    const { sense, view, newly } = bench();
    sense('contact', false);
    sense('contact', true);
    expect(newly()).toEqual(['door.forced door-1']);
    expect(view()).toMatchObject({ contact: 'open', alarm: 'forced', alarmSinceMs: START_MS });
    sense('contact', false);
    expect(view()).toMatchObject({ contact: 'closed' });
    expect(view()).not.toHaveProperty('alarm');
  });

  test('a door that is left open after a grant is held too long', async () => {
    const { sense, watch, view, time, newly } = bench();
    sense('contact', false);
    await watch.release('door-1', { id: 'act-1' }, 'in');
    sense('contact', true);
    await time.pass(60_000);
    expect(view()?.alarm).toBe('held_too_long');
    expect(newly()).toContain('door.held door-1 30000');
  });

  test('a grant that nobody uses is noticed, and forgotten after a minute', async () => {
    const { sense, watch, view, time, newly } = bench();
    sense('contact', false);
    await watch.release('door-1', { id: 'act-1' }, 'in');
    await time.pass(5000);
    expect(view()?.alarm).toBe('not_opened');
    expect(newly()).toContain('door.unused door-1 not_opened');
    await time.pass(60_000);
    expect(view()).not.toHaveProperty('alarm');
  });

  test('is nothing while the board is down, and nothing at all without a contact', () => {
    const { sense, watch, view } = bench();
    sense('contact', false);
    watch.lost('door-1');
    expect(view()?.contact).toBe('unknown');
    expect(bench({ configs: [door()] }).view()).not.toHaveProperty('contact');
  });
});

test('other settings of a door leave its mode and forget its contact; a door that stays goes on as it is', () => {
  const { watch, sense, view, change } = bench();
  sense('contact', false);
  watch.setMode('door-1', 'locked_down', 'Crane');
  change([watched, door({ id: 'door-2', channel: 2 })]);
  expect(view()).toMatchObject({ contact: 'closed', mode: 'locked_down' });
  change([{ ...watched, path: '/dev/ttyUSB7' }]);
  expect(view()).toMatchObject({ contact: 'unknown', mode: 'locked_down' });
});
