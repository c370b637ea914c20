import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { EVENT_DATA, knownEvent, type EventEnvelope } from '../../../core/event/event.ts';
import { withoutWords, WORDS_IN } from '../../../core/keeping/emptied.ts';

const event = (type: string, data: Record<string, unknown>): EventEnvelope => ({
  id: '01900000-0000-7000-8000-000000000001',
  deviceId: 'device-1',
  seq: 1,
  type,
  occurredAt: '2026-03-02T06:00:00.000Z',
  bootId: 'boot-1',
  monotonicMs: 0,
  clockOffsetMs: 0,
  gateId: 'gate-1',
  locationId: 'location-1',
  actor: { kind: 'user', userId: 'user-1' },
  data,
  prevHash: '0'.repeat(64),
  hash: 'a'.repeat(64),
});
const UNDO = { eventId: 'e', what: 'checked_in', workerId: 'anna' };
const PASS = { passId: 'p', workerId: 'anna', validFrom: 'then', validUntil: 'later' };

test.each<[string, Record<string, unknown>, Record<string, unknown>]>([
  [
    'pass.issued',
    { ...PASS, person: { firstName: 'Anna' }, fields: [{ id: 'plate', value: 'B 12' }] },
    { ...PASS, fields: [] },
  ],
  ['connection.added', { workerId: 'anna', newWorker: { firstName: 'Anna', phone: '1' } }, { workerId: 'anna' }],
  ['contact.changed', { userId: 'u', name: 'Anna', phone: '1' }, { userId: 'u', name: '', phone: '' }],
  ['act.undone', { ...UNDO, reason: 'It was Ben' }, { ...UNDO, reason: '' }],
  ['muster.marked', { musterId: 'm', name: 'Anna', mark: 'safe' }, { musterId: 'm', name: '', mark: 'safe' }],
  ['message.sent', { messageId: 'm', text: 'Anna, call me' }, { messageId: 'm', text: '' }],
  [
    'document.added',
    { document: { id: 'd', workerId: 'anna', name: 'Passport' } },
    { document: { id: 'd', workerId: 'anna' } },
  ],
])('of %s the words go and the ids stay', (type, data, left) => {
  expect(withoutWords(event(type, data))?.data).toEqual({ ...left, emptied: true });
});

describe('nothing is taken', () => {
  test.each<[string, string, Record<string, unknown>]>([
    ['that says no words', 'act.undone', { ...UNDO, reason: '' }],
    ['of a kind that has none', 'presence.break_started', { workerId: 'anna' }],
    ['twice', 'message.sent', { messageId: 'm', text: 'x', emptied: true }],
  ])('from an event %s', (_, type, data) => {
    expect(withoutWords(event(type, data))).toBeUndefined();
  });
});

test('an undoing without its words still takes back', () => {
  const rest = withoutWords(event('act.undone', { ...UNDO, reason: 'It was Ben' }))!;
  expect(knownEvent({ ...rest, hash: 'a'.repeat(64) })?.type).toBe('act.undone');
});

test('every kind that is named there exists', () => {
  expect(Object.keys(WORDS_IN).filter((type) => !(type in EVENT_DATA))).toEqual([]);
});

/** Top fields of a kind's data in which a text could say anything: none that is an id, a hash, a time or one of a list. */
function freeTexts(type: keyof typeof EVENT_DATA): string[] {
  const isFree = (schema: unknown): boolean => {
    if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return isFree(schema.unwrap());
    if (schema instanceof z.ZodArray) return isFree(schema.element);
    if (schema instanceof z.ZodObject) return Object.values(schema.shape).some(isFree);
    if (schema instanceof z.ZodUnion) return schema.options.some(isFree);
    return schema instanceof z.ZodString && (schema.maxLength ?? Number.POSITIVE_INFINITY) > 64 && !schema.format;
  };
  return Object.entries(EVENT_DATA[type].shape).flatMap(([field, schema]) => (isFree(schema) ? [field] : []));
}

/** The program's own words, names of firms and places, and what a door was set to: never about a person. */
const NOT_ABOUT_PEOPLE: Readonly<Record<string, readonly string[]>> = {
  'access.refused': ['facts'],
  'presence.checked_in': ['facts'],
  'door.mode_changed': ['why'],
  'device.started': ['appVersion', 'platform', 'runtime'],
  'device.stopped': ['reason'],
  'device.fault': ['detail'],
};

test.each(Object.keys(EVENT_DATA) as (keyof typeof EVENT_DATA)[])('no text of %s is forgotten', (type) => {
  const known = [...(WORDS_IN[type] ?? []), ...(NOT_ABOUT_PEOPLE[type] ?? [])];
  expect(freeTexts(type).filter((field) => !known.includes(field))).toEqual([]);
});
