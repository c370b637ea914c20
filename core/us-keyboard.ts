/**
 * Characters of a US keyboard by physical key (UI Events `code` values): [plain, with Shift]. Scanners are shipped set to it, and type
 * keys, not letters: read through the PC's own layout, a Base45 text would come out with Y for Z and ß for the hyphen.
 */
const OTHER_KEYS: Readonly<Record<string, readonly [string, string]>> = {
  Digit1: ['1', '!'],
  Digit2: ['2', '@'],
  Digit3: ['3', '#'],
  Digit4: ['4', '$'],
  Digit5: ['5', '%'],
  Digit6: ['6', '^'],
  Digit7: ['7', '&'],
  Digit8: ['8', '*'],
  Digit9: ['9', '('],
  Digit0: ['0', ')'],
  Minus: ['-', '_'],
  Equal: ['=', '+'],
  BracketLeft: ['[', '{'],
  BracketRight: [']', '}'],
  Backslash: ['\\', '|'],
  Semicolon: [';', ':'],
  Quote: ["'", '"'],
  Backquote: ['`', '~'],
  Comma: [',', '<'],
  Period: ['.', '>'],
  Slash: ['/', '?'],
  Space: [' ', ' '],
  NumpadAdd: ['+', '+'],
  NumpadSubtract: ['-', '-'],
  NumpadMultiply: ['*', '*'],
  NumpadDivide: ['/', '/'],
  NumpadDecimal: ['.', '.'],
};

/** The character of a key on a US keyboard, or undefined for a key that types none (arrows, F1, Enter …). */
export function usCharacter(code: string, shift: boolean): string | undefined {
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter !== undefined) return shift ? letter : letter.toLowerCase();
  const numpadDigit = /^Numpad([0-9])$/.exec(code)?.[1];
  if (numpadDigit !== undefined) return numpadDigit;
  return OTHER_KEYS[code]?.[shift ? 1 : 0];
}

/** The key, and whether Shift is held, that types a character on a US keyboard: the inverse, for whoever plays a scanner. */
export function usKeyOf(character: string): { readonly code: string; readonly shift: boolean } | undefined {
  if (/^[a-z]$/i.test(character)) return { code: `Key${character.toUpperCase()}`, shift: character < 'a' };
  const found = Object.entries(OTHER_KEYS).find(([, pair]) => pair.includes(character));
  return found && { code: found[0], shift: found[1][0] !== character };
}
