/** What can be done to the demo's simulated door and scanner, in words. */
export type Order =
  /** Lines for the simulated board, or scanner, as their own consoles take them. */
  | { readonly to: 'door' | 'scanner'; readonly lines: readonly string[] }
  | { readonly to: 'cable'; readonly of: 'door' | 'scanner'; readonly plugged: boolean }
  /** A badge of the demo site, by its key. */
  | { readonly to: 'hand'; readonly badge: string }
  /** Whether somebody walks through whenever the door is released. */
  | { readonly to: 'people'; readonly walk: boolean }
  | { readonly to: 'help' };

/** Inputs of the demo's board. */
export const CONTACT = 1;
const EXIT_BUTTON = 2;
const FIRE = 3;

const door = (...lines: string[]): Order => ({ to: 'door', lines });
const scanner = (fault: string): Order => ({ to: 'scanner', lines: [`fault ${fault}`] });

const ORDERS: Readonly<Record<string, readonly [Order, string]>> = {
  'cut door': [{ to: 'cable', of: 'door', plugged: false }, 'pulls the door board’s cable'],
  'plug door': [{ to: 'cable', of: 'door', plugged: true }, 'plugs it in again'],
  'cut scanner': [{ to: 'cable', of: 'scanner', plugged: false }, 'pulls the scanner’s cable'],
  'plug scanner': [{ to: 'cable', of: 'scanner', plugged: true }, 'plugs it in again'],
  open: [door(`input ${CONTACT} on`), 'opens the door: by force, unless it was released'],
  close: [door(`input ${CONTACT} off`), 'closes the door'],
  'bounce contact': [door(`input ${CONTACT} on bouncing`), 'opens the door with a contact that chatters'],
  exit: [door(`input ${EXIT_BUTTON} on`), 'presses the exit button'],
  'no exit': [door(`input ${EXIT_BUTTON} off`), 'lets go of it'],
  fire: [door(`input ${FIRE} on`), 'the fire panel frees the door'],
  'no fire': [door(`input ${FIRE} off`), 'the fire is over'],
  'stick relay': [door('fault stuck_on'), 'the relay does not let go any more'],
  'jam relay': [door('fault stuck_off'), 'the relay does not pull any more'],
  dead: [door('fault dead'), 'the board does nothing and answers nothing'],
  mute: [door('fault mute'), 'the board does what it is told and answers nothing'],
  slow: [door('fault slow'), 'the board answers late'],
  noise: [door('fault noise'), 'the board sends rubbish before every answer'],
  'wrong checksum': [door('fault wrong_checksum'), 'the board’s answers are garbled'],
  well: [door('fault none'), 'all is well again with the board'],
  'scanner noise': [scanner('noise'), 'the scanner sends rubbish before every text'],
  'scanner half': [scanner('half'), 'the scanner sends half of every text'],
  'scanner twice': [scanner('doubled'), 'the scanner sends every text twice'],
  'scanner mute': [scanner('mute'), 'the scanner sends nothing'],
  'scanner well': [scanner('none'), 'all is well again with the scanner'],
  stay: [{ to: 'people', walk: false }, 'nobody walks through when the door is released'],
  walk: [{ to: 'people', walk: true }, 'somebody walks through again'],
};

/** Understands one line; what it does not understand asks for help. */
export function orderOf(line: string): Order {
  const words = line.trim().toLowerCase().split(/\s+/);
  const [verb, badge] = words;
  if (verb === 'scan' && badge !== undefined && words.length === 2) return { to: 'hand', badge };
  return ORDERS[words.join(' ')]?.[0] ?? { to: 'help' };
}

export const HELP = [
  'What can be done to the simulated door and scanner:',
  '  scan <badge>      shows a badge of the demo page to the scanner: scan good',
  ...Object.entries(ORDERS).map(([words, [, what]]) => `  ${words.padEnd(17)} ${what}`),
].join('\n');
