import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readText } from '../../core/credential/read-text.ts';
import { LAYOUT_NAMES, layoutKeyOf } from '../../core/keyboard-layout.ts';
import { CALIBRATION_CODE, learnScanner, type LearntScanner } from '../../core/learnt-scanner.ts';
import { scannerAsLearnt } from '../../core/wedge-scanner.ts';
import type { WedgeKey } from '../../core/wedge.ts';
import { BADGES } from '../fixtures/badges/index.ts';
import { ending, lastMs, named, play, type, typeIn, withEnter } from './wedge-player.ts';

const BADGE = BADGES.valid.text;
const learnt = (keys: readonly WedgeKey[]): LearntScanner => {
  const result = learnScanner(keys);
  if (!result.ok) throw new Error(result.fault);
  return result.value;
};
const altGr = (code: string, atMs: number) => named(code, atMs, { ctrl: true, alt: true });
/** Keys of nobody's layout: each letter's key is the next one's. */
const scrambled = (text: string, gapMs: number): WedgeKey[] =>
  typeIn('us', text, 0, gapMs).map((key) =>
    /^Key[A-Z]$/.test(key.code)
      ? { ...key, code: `Key${String.fromCharCode(65 + ((key.code.charCodeAt(3) - 64) % 26))}` }
      : key,
  );
const plain = { keys: {}, prefix: '', aim: false };

describe('one scan of the calibration code teaches', () => {
  test.each<[string, WedgeKey[], LearntScanner]>([
    ...LAYOUT_NAMES.map((layout): [string, WedgeKey[], LearntScanner] => [
      `the layout ${layout}`,
      withEnter(typeIn(layout, CALIBRATION_CODE, 0, 12)),
      { ...plain, layout, keyMs: 12, suffix: 'enter' },
    ]),
    [
      'an end with Tab',
      ending('Tab', type(CALIBRATION_CODE, 0, [10])),
      { ...plain, layout: 'us', keyMs: 10, suffix: 'tab' },
    ],
    ['an end with nothing', type(CALIBRATION_CODE, 0, [4]), { ...plain, layout: 'us', keyMs: 4, suffix: 'none' }],
    [
      'CR LF as one end',
      [...withEnter(type(CALIBRATION_CODE, 0, [4])), named('KeyJ', 2000, { ctrl: true })],
      { ...plain, layout: 'us', keyMs: 4, suffix: 'enter' },
    ],
    [
      'the pace of a slow one',
      withEnter(type(CALIBRATION_CODE, 0, [80, 100]), 80),
      { ...plain, layout: 'us', keyMs: 90, suffix: 'enter' },
    ],
    [
      'a prefix',
      type(`*7${CALIBRATION_CODE}`, 0, [10]),
      { ...plain, layout: 'us', keyMs: 10, suffix: 'none', prefix: '*7' },
    ],
    [
      'an AIM identifier',
      type(`]Q3${CALIBRATION_CODE}`, 0, [10]),
      { ...plain, layout: 'us', keyMs: 10, suffix: 'none', aim: true },
    ],
    [
      'an AIM identifier whose bracket needs AltGr',
      [altGr('Digit9', 0), ...typeIn('de', `Q3${CALIBRATION_CODE}`, 10, 10)],
      { ...plain, layout: 'de', keyMs: 10, suffix: 'none', aim: true, keys: { 'AltGr+Digit9': ']' } },
    ],
  ])('%s', (_name, keys, expected) => expect(learnt(keys)).toEqual(expected));

  test('keys of a layout that is known to nobody, one by one', () => {
    const own = learnt(scrambled(CALIBRATION_CODE, 10));
    expect(own).toMatchObject({ layout: 'own', keys: { KeyB: 'a', 'Shift+KeyB': 'A', KeyA: 'z', Digit7: '7' } });
  });

  test.each<[string, WedgeKey[]]>([
    ['half of it', type(CALIBRATION_CODE.slice(0, 50), 0, [10])],
    ['a badge', type(BADGE, 0, [10])],
    ['a scanner that makes all letters capitals', type(CALIBRATION_CODE.toUpperCase(), 0, [10])],
    ['one key that got lost', type(CALIBRATION_CODE.replace('q', ''), 0, [10])],
    ['nothing', []],
  ])('nothing from %s', (_name, keys) => expect(learnScanner(keys)).toEqual({ ok: false, fault: 'unclear' }));

  test('it is a service code, and can be typed in every layout', () => {
    expect(readText(CALIBRATION_CODE, { keys: [], verify: () => false, nowMs: 0 })).toMatchObject({
      ok: true,
      value: { kind: 'service', service: { kind: 'calibrate' } },
    });
    for (const layout of LAYOUT_NAMES)
      expect([...CALIBRATION_CODE].filter((character) => !layoutKeyOf(layout, character))).toEqual([]);
  });
});

describe('a scanner that was learnt is heard', () => {
  const as = (keys: WedgeKey[]) => scannerAsLearnt(learnt(keys));
  const heard = (keys: WedgeKey[], calibration: WedgeKey[]) => {
    const { window, scans, drops } = play(keys, as(calibration));
    return { window, scans, drops };
  };
  const scanned = (text: string) => ({ window: '', scans: [text], drops: [] });

  test.each(LAYOUT_NAMES)('set to the %s keyboard, fast and slow', (layout) => {
    const calibration = withEnter(typeIn(layout, CALIBRATION_CODE, 0, 10));
    expect(heard(withEnter(typeIn(layout, BADGE, 0, 10)), calibration)).toEqual(scanned(BADGE));
    expect(heard(withEnter(typeIn(layout, BADGE, 0, 90), 90), calibration)).toEqual(scanned(BADGE));
  });

  test.each<[string, WedgeKey[], WedgeKey[], string]>([
    ['with keys of its own', scrambled(BADGE, 10), scrambled(CALIBRATION_CODE, 10), BADGE],
    ['without its prefix', withEnter(type(`*7${BADGE}`, 0, [10])), type(`*7${CALIBRATION_CODE}`, 0, [10]), BADGE],
    ['slow, without its prefix', type(`*7${BADGE}`, 0, [90]), type(`*7${CALIBRATION_CODE}`, 0, [90]), BADGE],
    [
      'behind an AIM identifier with AltGr',
      [altGr('Digit9', 0), ...typeIn('de', `Q3${BADGE}`, 10, 10)],
      [altGr('Digit9', 0), ...typeIn('de', `Q3${CALIBRATION_CODE}`, 10, 10)],
      `]Q3${BADGE}`,
    ],
    [
      'whole when a busy PC holds up a scan that ends with Enter',
      withEnter(type('0047110815', 0, [10, 10, 10, 10, 10, 10, 10, 10, 110])),
      withEnter(type(CALIBRATION_CODE, 0, [10])),
      '0047110815',
    ],
    [
      'at 30 ms a key without a known beginning',
      withEnter(type('0047110815', 0, [30, 36]), 30),
      withEnter(type(CALIBRATION_CODE, 0, [30]), 30),
      '0047110815',
    ],
    [
      'beside another that types as from the factory',
      withEnter(type(BADGE, 0, [10])),
      withEnter(typeIn('fr', CALIBRATION_CODE, 0, 10)),
      BADGE,
    ],
  ])('%s', (_name, keys, calibration, text) => expect(heard(keys, calibration)).toEqual(scanned(text)));

  test('a quick one is told from keys that roll under fingers', () => {
    const rolled = type('asdfgh', 0, [25]);
    expect(play(rolled).scans).toEqual(['asdfgh']);
    expect(heard(rolled, type(CALIBRATION_CODE, 0, [5]))).toMatchObject({ window: 'asdfgh', scans: [] });
  });
});

test('whatever was learnt, a person who types keeps every key in its order, from 50 ms a key', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'abcdefmnopqrstuvwxyz 0123456789,.'), minLength: 1 });
  const pace = fc.array(fc.integer({ min: 50, max: 400 }), { minLength: 1 });
  fc.assert(
    fc.property(
      letters,
      pace,
      fc.integer({ min: 0, max: 200 }),
      fc.constantFrom('*', '~7', ''),
      (text, gaps, keyMs, prefix) => {
        const scanner = scannerAsLearnt({ ...plain, layout: 'us', keyMs, suffix: 'enter', prefix });
        const keys = type(text, 0, gaps);
        const { window, scans } = play([...keys, named('Enter', lastMs(keys) + 60)], scanner);
        expect({ window, scans }).toEqual({ window: `${text}Enter`, scans: [] });
      },
    ),
  );
});
