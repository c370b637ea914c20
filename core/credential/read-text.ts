/** From what a scanner sent to what it means (DESIGN "Badges"). Four kinds of text, told apart by how they begin. */
import { fail, ok, type Result } from '../result.ts';
import type { Credential, CredentialFault, ScannedText } from './credential.ts';
import { SIGNED_PREFIX } from './issue.ts';
import { readServiceCode, SERVICE_PREFIX } from './service-code.ts';
import { readSigned, type Trust } from './read-signed.ts';
import { stripFraming } from './strip.ts';

export type { Trust } from './read-signed.ts';

/** Starts the text of a short badge. */
export const SHORT_PREFIX = 'GH2:';
/** Longer than any badge, shorter than what a broken scanner can send: readings are cut off there too. */
const MAX_RAW = 4096;
/** 128 bits in base32 (RFC 4648 section 6, unpadded), and after a full stop the code that changes. */
const SHORT_BADGE = /^([A-Z2-7]{26})(?:\.[0-9]{6,8})?$/;
/** Cards of other systems: no control, formatting or half characters, nothing that a decoder put in place of what it could not read. */
const CARD = /^[^\p{C}\p{Zl}\p{Zp}\uFFFD]*$/u;
const CARD_LENGTH = { min: 3, max: 512 } as const;
/**
 * `GH1:` and `GH2:` as a scanner set to a US keyboard types them into a PC set to another one: German and Scandinavian `Ö ö Æ Ø`, Spanish
 * `Ñ`, Portuguese `Ç`, Italian `ç`, French `&`/`é` and `M`. A badge with a wrong keyboard is damaged, not unknown.
 */
const WRONG_LAYOUT = /^GH(?:[12][ÖöÆæØøÑñÇç;.]|[&é][Mm])/i;

/**
 * Understands a text. Prefixes and line ends that scanners add are taken off here and nowhere else.
 *
 * Letter case: Caps Lock turns a badge to lower case. Base45 and base32 have no lower case, so `GH1:` and `GH2:` texts are read either
 * way without a doubt (ASCII letters only: Unicode would also fold ı and ſ). Service codes keep their case behind the kind, cards keep theirs.
 *
 * Faults: `unreadable` (empty, unprintable, damaged), `unknown_format` (too short or too long for a card, an unknown service code),
 * and for signed badges those of readSigned. Whether a badge has ended is for decide; whether its key has, is settled here.
 */
export function readText(raw: string, trust: Trust): Result<ScannedText, CredentialFault> {
  if (raw.length > MAX_RAW) return fail('unknown_format');
  const text = stripFraming(raw);
  if (startsWith(text, SIGNED_PREFIX)) {
    return credential(readSigned(upperCase(text.slice(SIGNED_PREFIX.length)), trust));
  }
  if (startsWith(text, SHORT_PREFIX)) return credential(readShort(upperCase(text.slice(SHORT_PREFIX.length))));
  if (startsWith(text, SERVICE_PREFIX)) {
    const service = readServiceCode(text.slice(SERVICE_PREFIX.length));
    return service.ok ? ok({ kind: 'service', service: service.value }) : service;
  }
  if (WRONG_LAYOUT.test(text)) return fail('unreadable');
  return credential(readCard(text));
}

/** The id alone is what the cache knows. The changing code is not checked yet, so a short badge is worth as much as any opaque card. */
function readShort(body: string): Result<Credential, CredentialFault> {
  const id = SHORT_BADGE.exec(body)?.[1];
  return id === undefined ? fail('unreadable') : ok({ kind: 'opaque', code: id });
}

function readCard(text: string): Result<Credential, CredentialFault> {
  if (text.trim() === '' || !CARD.test(text)) return fail('unreadable');
  if (text.length < CARD_LENGTH.min || text.length > CARD_LENGTH.max) return fail('unknown_format');
  return ok({ kind: 'opaque', code: text });
}

function credential(read: Result<Credential, CredentialFault>): Result<ScannedText, CredentialFault> {
  return read.ok ? ok({ kind: 'credential', credential: read.value }) : read;
}

const startsWith = (text: string, prefix: string): boolean =>
  upperCase(text.slice(0, prefix.length)) === upperCase(prefix);

const upperCase = (text: string): string => text.replace(/[a-z]/g, (letter) => letter.toUpperCase());
