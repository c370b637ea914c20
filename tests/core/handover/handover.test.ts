import { expect, test } from 'vitest';
import type { EventEnvelope } from '../../../core/event/event.ts';
import { shiftCounts } from '../../../core/handover/handover.ts';

const AT = '2026-03-02T12:00:00.000Z';
const event = (type: string, data: Record<string, unknown> = {}) =>
  ({ type, data, occurredAt: AT }) as unknown as EventEnvelope;
const refused = (code: string) => event('access.refused', { code });
const checkedOut = (mode: string) =>
  event('presence.checked_out', { workerId: 'anna', mode, code: 'goodbye', notes: [] });
const NOTHING = {
  cameIn: 0,
  wentOut: 0,
  wentOutByRule: 0,
  refused: [],
  overrides: 0,
  releases: 0,
  undone: 0,
  forced: 0,
  held: 0,
  passes: 0,
  messages: 0,
  cleared: 0,
  notes: [],
};

test.each<readonly [string, readonly EventEnvelope[], object]>([
  ['nothing', [], {}],
  [
    'who came and went',
    [event('presence.checked_in'), checkedOut('scan'), checkedOut('auto')],
    { cameIn: 1, wentOut: 2, wentOutByRule: 1 },
  ],
  [
    'refusals by their reason, the most frequent first; a wait is no refusal',
    [refused('too_early'), refused('unknown_badge'), refused('unknown_badge'), refused('record_missing')],
    {
      refused: [
        { code: 'unknown_badge', count: 2 },
        { code: 'too_early', count: 1 },
      ],
    },
  ],
  [
    'people let in and doors released, not doors tried',
    ['admit_person', 'open_once', 'open_once', 'test', 'exit_request'].map((purpose) =>
      event('override.given', { purpose, reason: 'x' }),
    ),
    { overrides: 1, releases: 2 },
  ],
  [
    'doors',
    [event('door.forced', { doorId: 'd' }), event('door.held', { doorId: 'd', openMs: 1 })],
    { forced: 1, held: 1 },
  ],
  [
    'acts of the desk',
    [event('act.undone'), event('pass.issued'), event('message.sent'), event('tray.cleared')],
    { undone: 1, passes: 1, messages: 1, cleared: 1 },
  ],
  [
    'what a guard wrote down',
    [event('shift.handed_over', { from: AT, words: 'Gate lamp is out', insideCount: 1, toLookAt: 0 })],
    { notes: [{ atMs: Date.parse(AT), text: 'Gate lamp is out' }] },
  ],
  ['types of a newer gate', [event('moon.landed')], {}],
])('issue 4, a shift counts %s', (_what, events, expected) => {
  expect(shiftCounts(events)).toEqual({ ...NOTHING, ...expected });
});
