import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deadlineMs, press, WEDGE_IDLE, type WedgeKey, type WedgeState } from '../../core/wedge.ts';
import { BADGES } from '../fixtures/badges/index.ts';
import { ending, enter, lastMs, named, play, type, withEnter } from './wedge-player.ts';

const BADGE = BADGES.valid.text;
const SHORT = 'GH2:ABCDEFGHIJKLMNOPQRSTUVWX27';
const ENROL = 'gatehouse:enrol?u=http%3A%2F%2Flocalhost&c=K7';
const SHORTCUT = { ctrl: true } as const;

const outcome = (keys: readonly WedgeKey[]) => {
  const { window, scans, drops } = play(keys);
  return { window, scans, drops };
};
const scan = (...scans: string[]) => ({ window: '', scans, drops: [] });
const typing = (window: string) => ({ window, scans: [], drops: [] });
const dropped = (why: string, window = '') => ({ window, scans: [], drops: [why] });

/** German keys, as far as a badge has them. */
const GERMAN: Record<string, string> = {
  Y: 'Z',
  Z: 'Y',
  ':': 'Ö',
  '-': 'ß',
  '/': '-',
  '*': '(',
  '+': '`',
  $: '$',
  '%': '%',
};
const german = (key: string) => GERMAN[key] ?? key;

describe('A keyboard-type scanner is heard', () => {
  it.each([
    ['fast, with Enter', withEnter(type(BADGE, 0, [10])), BADGE],
    ['fast, with Tab', ending('Tab', type(BADGE, 0, [10])), BADGE],
    ['fast, with the Enter of the number block', ending('NumpadEnter', type(BADGE, 0, [10])), BADGE],
    ['fast, with nothing behind it', type(BADGE, 0, [10]), BADGE],
    ['all keys in the same millisecond', withEnter(type(BADGE, 0, [0]), 0), BADGE],
    ['fast, with a busy PC', withEnter(type(BADGE, 0, [10, 10, 0, 0, 95, 10, 10])), BADGE],
    ['slow, as a Zebra types', withEnter(type(BADGE, 0, [80, 80, 100, 80]), 80), BADGE],
    ['slow, with nothing behind it', type(BADGE, 0, [80, 80, 100, 80]), BADGE],
    ['slow, with a pause', withEnter(type(BADGE, 0, [80, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80, 250]), 80), BADGE],
    ['slow, a short badge', withEnter(type(SHORT, 0, [100]), 100), SHORT],
    ['slow, an enrolment code', withEnter(type(ENROL, 0, [80]), 80), ENROL],
    ['slow, behind an AIM identifier', withEnter(type(`]C10012345`, 0, [80]), 80), ']C10012345'],
    ['fast, a card number of six digits', withEnter(type('004711', 0, [10])), '004711'],
    ['fast, a card number behind an AIM identifier', withEnter(type(']C1123456', 0, [15])), ']C1123456'],
    ['fast, on a PC set to German', withEnter(type(BADGE, 0, [10], german)), BADGE],
    ['slow, on a PC set to German', withEnter(type(BADGE, 0, [90], german), 90), BADGE],
    ['with Caps Lock on', withEnter(type(BADGE, 0, [10], (key) => key.toLowerCase())), BADGE],
    ['one that inverts case for Caps Lock', withEnter(type(BADGE.toLowerCase(), 0, [90])), BADGE.toLowerCase()],
    [
      'digits from the number block',
      withEnter([...'00471199'].map((digit, at) => named(`Numpad${digit}`, at * 10))),
      '00471199',
    ],
    ['4096 characters', withEnter(type('GH1:'.padEnd(4096, 'AB'), 0, [1])), 'GH1:'.padEnd(4096, 'AB')],
  ])('%s', (_name, keys, text) => expect(outcome(keys)).toEqual(scan(text)));

  it('twice in a row', () => {
    const first = withEnter(type(BADGE, 0, [10]));
    const second = withEnter(type(SHORT, lastMs(first) + 200, [10]));
    expect(outcome([...first, ...second])).toEqual(scan(BADGE, SHORT));
  });

  it.each([
    ['two Enters', (atMs: number) => enter(atMs)],
    ['Enter and Ctrl+J', (atMs: number) => named('KeyJ', atMs, SHORTCUT)],
  ])('with CR LF as %s: the second goes nowhere', (_name, second) => {
    const keys = withEnter(type(SHORT, 0, [10]));
    expect(outcome([...keys, second(lastMs(keys) + 20)])).toEqual(scan(SHORT));
  });
});

describe('A person who types is left in peace', () => {
  const sentence = 'Please let Grace and the gatehouse crew go through gate 2; GH1 is full.';
  const aaa = (gapMs: number, repeat: boolean) =>
    Array.from({ length: 30 }, (_, at) =>
      named('KeyA', 500 * Number(at > 0) + at * gapMs, { key: 'a', repeat: repeat && at > 0 }),
    );
  it.each([
    ['one letter', type('a', 0, [0]), 'a'],
    ['a lone G', type('G', 0, [0]), 'G'],
    ['slowly', type(sentence, 0, [250]), sentence],
    ['at 120 words a minute', type(sentence, 0, [100]), sentence],
    ['at 120 words a minute, unevenly', type(sentence, 0, [130, 70, 160, 55, 85, 100]), sentence],
    ['at 120 words a minute, three keys rolled at once', type(sentence, 0, [20, 25, 180, 120, 130, 160]), sentence],
    ['four keys rolled at once', type('asdf jkl; asdf', 0, [15, 15, 15, 200]), 'asdf jkl; asdf'],
    ['the beginning of a badge, at leisure', withEnter(type('GH1: it says', 0, [200]), 200), 'GH1: it saysEnter'],
    ['the beginning of a badge, quickly, and no more', withEnter(type('GH1:', 0, [90]), 90), 'GH1:Enter'],
    ['what looks like an AIM identifier', withEnter(type(']a1 and so on', 0, [180]), 180), ']a1 and so onEnter'],
    ['a quick short answer', withEnter(type('ok', 0, [30]), 40), 'okEnter'],
    ['five digits from a quick hand', withEnter(type('12345', 0, [40]), 40), '12345Enter'],
    ['on a PC set to German', type('XYZ', 0, [120], german), 'XZY'],
    ['with a key held down', aaa(33, true), 'a'.repeat(30)],
    ['with a key held down that the system does not report', aaa(33, false), 'a'.repeat(30)],
    ['with a key held down at the quickest rate', aaa(10, false), 'a'.repeat(30)],
    [
      'with arrows and Backspace',
      [...type('ab', 0, [100]), named('Backspace', 130), named('ArrowLeft', 250)],
      'abBackspaceArrowLeft',
    ],
    [
      'with a shortcut',
      [...type('ab', 0, [100]), named('KeyS', 120, { ...SHORTCUT, key: 's' }), ...type('c', 300, [0])],
      'absc',
    ],
    [
      'an at sign by AltGr',
      [...type('me', 0, [110]), named('KeyQ', 200, { ctrl: true, alt: true, key: '@' }), ...type('x.org', 300, [90])],
      'me@x.org',
    ],
    ['Enter alone', [enter(0), enter(50), enter(100)], 'EnterEnterEnter'],
  ])('%s', (_name, keys, text) => expect(outcome(keys)).toEqual(typing(text)));

  it('gets every key in its order, whatever the text, from 50 ms a key', () => {
    const printable = fc.string({
      unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)),
      minLength: 1,
    });
    const unsuspicious = printable.filter((text) => !/gh[12]:|gatehouse:|\][a-z][0-9]/i.test(text));
    fc.assert(
      fc.property(unsuspicious, fc.array(fc.integer({ min: 50, max: 400 }), { minLength: 1 }), (text, gaps) => {
        expect(outcome(type(text, 0, gaps))).toEqual(typing(text));
      }),
    );
  });

  it('waits no longer for a key than 45 ms, or 120 ms where a badge may begin', () => {
    const waits = (text: string) => deadlineMs(play0(type(text, 0, [0])))!;
    expect(['a', '1', 'ab', 'G', 'GH', 'g', 'gate', ']', ']Q'].map(waits)).toEqual([
      45, 45, 45, 120, 120, 120, 120, 120, 120,
    ]);
  });
});

/** The state after the keys, with no time run on. */
const play0 = (keys: readonly WedgeKey[]): WedgeState =>
  keys.reduce<WedgeState>((state, key) => press(state, key).state, WEDGE_IDLE);

describe('A scan while somebody types', () => {
  it.each([
    ['after a pause', 500],
    ['right behind a key', 120],
    ['20 ms behind a key', 20],
  ])('%s: both arrive', (_name, pauseMs) => {
    const before = type('remark', 0, [100]);
    const badge = withEnter(type(BADGE, lastMs(before) + pauseMs, [10]));
    const after = type('s here', lastMs(badge) + 200, [100]);
    expect(outcome([...before, ...badge, ...after])).toEqual({ window: 'remarks here', scans: [BADGE], drops: [] });
  });

  it('a slow scan after a pause: both arrive', () => {
    const before = type('remark', 0, [100]);
    const badge = withEnter(type(SHORT, lastMs(before) + 300, [80]), 80);
    expect(outcome([...before, ...badge])).toEqual({ window: 'remark', scans: [SHORT], drops: [] });
  });
});

describe('A burst that no badge has is thrown away whole', () => {
  const at = (keys: readonly WedgeKey[], position: number, key: WedgeKey) => {
    const atMs = keys[position]!.atMs;
    return [...keys.slice(0, position), { ...key, atMs }, ...keys.slice(position)];
  };
  const burst = withEnter(type('0123456789abcdef', 0, [10]));
  it.each([
    ['a shortcut in its midst', at(burst, 8, named('KeyR', 0, SHORTCUT)), 'shortcut'],
    ['a shortcut near its start', at(burst, 2, named('KeyR', 0, SHORTCUT)), 'shortcut'],
    ['a Windows key in its midst', at(burst, 8, named('KeyR', 0, { meta: true })), 'shortcut'],
    ['an Alt key in its midst', at(burst, 8, named('F4', 0, { alt: true })), 'shortcut'],
    ['an arrow in its midst', at(burst, 8, named('ArrowDown', 0)), 'other_key'],
    ['Escape in its midst', at(burst, 8, named('Escape', 0)), 'other_key'],
    ['a shortcut in a slow badge', at(type(BADGE, 0, [80]), 30, named('KeyO', 0, SHORTCUT)), 'shortcut'],
    ['more than 4096 characters', withEnter(type('GH1:'.padEnd(4097, 'AB'), 0, [1])), 'too_long'],
  ])('%s', (_name, keys, why) => expect(outcome(keys)).toEqual(dropped(why)));

  it('also when the shortcut came first, which has gone through', () => {
    expect(outcome([named('KeyO', 0, { ...SHORTCUT, key: '' }), ...withEnter(type('calc.exe', 10, [10]))])).toEqual(
      dropped('shortcut'),
    );
  });

  it('and the next badge is heard', () => {
    const bad = at(burst, 8, named('KeyR', 0, SHORTCUT));
    const good = withEnter(type(BADGE, lastMs(bad) + 400, [10]));
    expect(outcome([...bad, ...good])).toEqual({ window: '', scans: [BADGE], drops: ['shortcut'] });
  });
});

describe('Whatever the keys', () => {
  const anyKey = fc.record({
    code: fc.constantFrom(
      'KeyG',
      'KeyH',
      'Digit1',
      'Semicolon',
      'KeyA',
      'BracketRight',
      'Enter',
      'Tab',
      'ArrowUp',
      'F5',
      'Numpad3',
      'ShiftLeft',
      'Unidentified',
    ),
    shift: fc.boolean(),
    ctrl: fc.nat(20).map((n) => n === 0),
    repeat: fc.nat(20).map((n) => n === 0),
    gapMs: fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 500 })),
  });
  const trace = fc.array(anyKey, { maxLength: 80 }).map((keys) => {
    let atMs = 0;
    return keys.map(({ gapMs, code, ...more }, at) => named(code, (atMs += gapMs), { ...more, key: String(at) }));
  });

  it('keys reach the window at most once and in their order, and all of them if nothing was scanned or dropped', () => {
    fc.assert(
      fc.property(trace, (keys) => {
        const { windowKeys, scans, drops, swallowed } = play(keys);
        const characters = (all: readonly WedgeKey[]) =>
          all.filter(({ code }) => code !== 'ShiftLeft').map(({ key }) => Number(key));
        const reached = characters(windowKeys);
        expect(reached).toEqual([...new Set(reached)].toSorted((a, b) => a - b));
        const isAllTyping = scans.length + drops.length + swallowed === 0;
        expect(isAllTyping ? reached : characters(keys)).toEqual(characters(keys));
      }),
      { numRuns: 2000 },
    );
  });

  it('nothing stays open, and a scan is made of plain keys alone', () => {
    fc.assert(
      fc.property(trace, (keys) => {
        const { state, scans } = play(keys);
        expect(deadlineMs(state)).toBeUndefined();
        const plain = keys.filter(({ ctrl, repeat, code }) => !ctrl && repeat !== true && code !== 'ShiftLeft').length;
        expect(scans.every((text) => text.length >= 6)).toBe(true);
        expect(scans.join('').length).toBeLessThanOrEqual(plain);
      }),
      { numRuns: 1000 },
    );
  });

  it('a clock that goes back harms nothing', () => {
    const keys = withEnter(type(BADGE, 0, [10])).map((key, at) => ({
      ...key,
      atMs: at > 100 ? key.atMs - 5000 : key.atMs,
    }));
    expect(outcome(keys).scans).toEqual([BADGE]);
  });
});
