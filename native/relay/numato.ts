/**
 * Numato Lab USB relay modules (USB CDC, any speed). A terminal: every command ends in CR, comes back as it was typed,
 * and is followed by its answer, if it has one, and the prompt ">". Relays and inputs count from 0, those above 9 are the
 * letters A to V; "readall" answers one hexadecimal number. Sources: Numato's user manuals and sample code
 * ("relay number 10 and beyond are referenced by alphabets starting A"). Line ends differ: LF CR, LF LF CR, CR LF.
 */
import type { Match } from '../serial/framing.ts';
import { bitsOf, inputsFrom, relaysFrom, type RelayDialect, type Reply } from './dialect.ts';

const UNIT = 1;
/** "relay readall", its line ends, 16 digits for 64 relays, line ends and the prompt. */
const MAX_REPLY_BYTES = 48;

const ANSWER = /^(?:(relay|gpio) readall[\r\n]{1,4}([0-9a-f]{2,16})|(relay (?:on|off) [0-9A-V]))[\r\n]{1,4}>/i;
/** The command that an answer begins with; where it is cut, the rest may still come. */
const COMMANDS = ['relay readall', 'gpio readall', 'relay on ', 'relay off '];
/** What may follow a whole command as long as the prompt has not come. */
const REST =
  /^(?:(?:relay|gpio) readall[\r\n]{0,4}|(?:relay|gpio) readall[\r\n]{1,4}[0-9a-f]{1,16}[\r\n]{0,4}|relay (?:on|off) [0-9A-V]?[\r\n]{0,4})$/i;

export const numato: RelayDialect = {
  grammar: { maxBytes: MAX_REPLY_BYTES, match: matchReply },
  gapMs: 5,
  echoes: true,
  maybeBlind: false,
  hasUnits: false,
  order: ({ channel }, on) => command(`relay ${on ? 'on' : 'off'} ${indexOf(channel)}`),
  query: () => command('relay readall'),
  queryInputs: () => command('gpio readall'),
};

const command = (text: string): Uint8Array => new TextEncoder().encode(`${text}\r`);

/** 1 is "0", 11 is "A", 32 is "V". */
const indexOf = (channel: number): string => (channel - 1).toString(36).toUpperCase();

function matchReply(bytes: Uint8Array): Match<Reply> {
  if (bytes[0] === 0x0d || bytes[0] === 0x0a || bytes[0] === 0x3e) return { kind: 'filler' };
  const text = String.fromCharCode(...bytes);
  const [whole, what, digits, order] = ANSWER.exec(text) ?? [];
  if (whole === undefined) return { kind: begun(text) ? 'more' : 'none' };
  return { kind: 'frame', frame: replyOf(what, digits, order), length: whole.length };
}

function replyOf(what: string | undefined, digits: string | undefined, order: string | undefined): Reply {
  if (order !== undefined) return { kind: 'echo', unit: UNIT, order: command(order) };
  const bits = bitsOf(Buffer.from((digits ?? '').padStart(16, '0'), 'hex').reverse()).slice(
    0,
    (digits ?? '').length * 4,
  );
  return what?.toLowerCase() === 'relay'
    ? { kind: 'states', unit: UNIT, states: relaysFrom(bits) }
    : { kind: 'inputs', unit: UNIT, inputs: inputsFrom(bits) };
}

const begun = (text: string): boolean => COMMANDS.some((one) => one.startsWith(text.toLowerCase())) || REST.test(text);
