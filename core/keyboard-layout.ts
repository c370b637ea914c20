/**
 * What the keys of a keyboard type, by layout. A scanner that is set to a country's keyboard presses the keys that type its
 * text there. Polish scanners type as US ones do (the programmer's layout), and Italian
 * ones as Spanish ones, as far as badges have characters. Keys that only prepare an accent are left out.
 * Sources: the layouts as Windows ships them (kbdus, kbduk, kbdgr, kbdfr, kbdsp).
 */
import { usCharacter } from './us-keyboard.ts';

export const LAYOUT_NAMES = ['us', 'uk', 'de', 'fr', 'es'] as const;
export type LayoutName = (typeof LAYOUT_NAMES)[number];

const ROWS = [
  'Backquote Digit1 Digit2 Digit3 Digit4 Digit5 Digit6 Digit7 Digit8 Digit9 Digit0 Minus Equal',
  'KeyQ KeyW KeyE KeyR KeyT KeyY KeyU KeyI KeyO KeyP BracketLeft BracketRight',
  'KeyA KeyS KeyD KeyF KeyG KeyH KeyJ KeyK KeyL Semicolon Quote Backslash',
  'IntlBackslash KeyZ KeyX KeyC KeyV KeyB KeyN KeyM Comma Period Slash',
].map((row) => row.split(' '));

/** Each row plain, then with Shift; □ stands for a key that types nothing by itself. */
const ROWS_OF: Readonly<Record<Exclude<LayoutName, 'us'>, readonly (readonly [string, string])[]>> = {
  uk: [
    ['`1234567890-=', '¬!"£$%^&*()_+'],
    ['qwertyuiop[]', 'QWERTYUIOP{}'],
    ["asdfghjkl;'#", 'ASDFGHJKL:@~'],
    ['\\zxcvbnm,./', '|ZXCVBNM<>?'],
  ],
  de: [
    ['□1234567890ß□', '°!"§$%&/()=?□'],
    ['qwertzuiopü+', 'QWERTZUIOPÜ*'],
    ['asdfghjklöä#', "ASDFGHJKLÖÄ'"],
    ['<yxcvbnm,.-', '>YXCVBNM;:_'],
  ],
  fr: [
    ['²&é"\'(-è_çà)=', '□1234567890°+'],
    ['azertyuiop□$', 'AZERTYUIOP□£'],
    ['qsdfghjklmù*', 'QSDFGHJKLM%µ'],
    ['<wxcvbn,;:!', '>WXCVBN?./§'],
  ],
  es: [
    ["º1234567890'¡", 'ª!"·$%&/()=?¿'],
    ['qwertyuiop□+', 'QWERTYUIOP□*'],
    ['asdfghjklñ□ç', 'ASDFGHJKLÑ□Ç'],
    ['<zxcvbnm,.-', '>ZXCVBNM;:_'],
  ],
};

const tables = new Map(
  Object.entries(ROWS_OF).map(([name, rows]) => {
    const keys = rows.flatMap(([plain, shifted], row) =>
      (ROWS[row] ?? []).map((code, at) => [code, [[...plain][at], [...shifted][at]]] as const),
    );
    return [name, new Map(keys)] as const;
  }),
);

/** The character of a key in a layout, or undefined for a key that types none. The number block is the same everywhere. */
export function layoutCharacter(layout: LayoutName, code: string, shift: boolean): string | undefined {
  const pair = tables.get(layout)?.get(code);
  if (!pair) return usCharacter(code, shift);
  const character = pair[shift ? 1 : 0];
  return character === '□' ? undefined : character;
}

/** A key with what is held beside it, as it is learnt and kept: "KeyA", "Shift+KeyA", "AltGr+Digit9". */
export const keyName = ({
  code,
  shift,
  alt,
}: {
  readonly code: string;
  readonly shift: boolean;
  readonly alt: boolean;
}) => `${alt ? 'AltGr+' : ''}${shift ? 'Shift+' : ''}${code}`;

/** The key, and whether Shift is held, that types a character in a layout: for whoever plays a scanner. */
export function layoutKeyOf(layout: LayoutName, character: string) {
  const codes = [...ROWS.flat(), 'Space'];
  for (const shift of [false, true]) {
    const code = codes.find((one) => layoutCharacter(layout, one, shift) === character);
    if (code !== undefined) return { code, shift };
  }
  return undefined;
}
