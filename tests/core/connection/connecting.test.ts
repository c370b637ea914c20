import { describe, expect, test } from 'vitest';
import { addingTo, isOwn, placesOf, type Adding } from '../../../core/connection/connecting.ts';

const asks = (requiresWorkerRegistration: boolean, requiresCheckIn: boolean) => ({
  requiresWorkerRegistration,
  requiresCheckIn,
});
const REGISTERS_AND_CHECKS = asks(true, true);
const HERE = { locationIds: ['yard'] };
const EVERYWHERE = {};

describe('what adding a connection comes to', () => {
  test.each<[string, ReturnType<typeof asks>, { locationIds?: string[] } | undefined, string[] | undefined, Adding]>([
    ['A4: the first to a client that wants check-in', REGISTERS_AND_CHECKS, undefined, ['yard'], 'notice'],
    ['A4: the first, for all locations', REGISTERS_AND_CHECKS, undefined, undefined, 'notice'],
    ['A4: connected for another location already', REGISTERS_AND_CHECKS, HERE, ['dock'], 'add'],
    ['A4: from one location to all of them', REGISTERS_AND_CHECKS, HERE, undefined, 'add'],
    ['A4: the client wants no check-in', asks(true, false), undefined, ['yard'], 'add'],
    ['connected there already', REGISTERS_AND_CHECKS, HERE, ['yard'], 'nothing_new'],
    ['connected everywhere already', REGISTERS_AND_CHECKS, EVERYWHERE, ['yard'], 'nothing_new'],
    ['some of it is new', REGISTERS_AND_CHECKS, HERE, ['yard', 'dock'], 'add'],
    ['A6: the client registers nobody', asks(false, true), undefined, ['yard'], 'none_needed'],
    ['A6: nor one who was connected before', asks(false, false), HERE, ['dock'], 'none_needed'],
  ])('%s', (_what, client, connected, wanted, expected) => {
    expect(addingTo(client, connected, wanted)).toBe(expected);
  });
});

describe('where a connection holds', () => {
  test.each<[string, string[] | undefined, string[], string[]]>([
    ['at all locations when it names none', undefined, ['yard', 'dock'], ['yard', 'dock']],
    ['at those that it names', ['dock'], ['yard', 'dock'], ['dock']],
    ['not where the client has gone', ['dock', 'mill'], ['yard', 'dock'], ['dock']],
  ])('%s', (_what, named, ofClient, expected) => {
    expect(placesOf(named, ofClient)).toEqual(expected);
  });

  test.each<[string, string[] | undefined, boolean]>([
    ['C1: an own location', ['yard'], true],
    ['C1: also one of somebody else', ['yard', 'mill'], false],
    ['C1: all, with one of somebody else among them', undefined, false],
  ])('%s', (_what, named, expected) => {
    expect(isOwn(named, ['yard', 'dock', 'mill'], ['yard', 'dock'])).toBe(expected);
  });
});
