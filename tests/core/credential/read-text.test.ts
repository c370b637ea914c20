import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { generateIssuerKey, openIssuerKey } from '../../../central/sign.ts';
import { encodeBase45 } from '../../../core/credential/base45.ts';
import { encodeCbor } from '../../../core/credential/cbor.ts';
import { encodeCoseSign1 } from '../../../core/credential/cose-sign1.ts';
import { encodeSignedBadge, type BadgeSigner } from '../../../core/credential/issue.ts';
import { readText, type Trust } from '../../../core/credential/read-text.ts';
import { encodeEnrolCode } from '../../../core/credential/service-code.ts';
import { createVerifySignature } from '../../../main/verify.ts';
import { BADGES, TEST_KEYS, TRUSTED_KEYS } from '../../fixtures/badges/index.ts';

const NOON = Date.parse('2026-06-01T12:00:00.000Z');
const TRUST: Trust = { keys: TRUSTED_KEYS, verify: createVerifySignature(), nowMs: NOON };
const read = (raw: string, trust: Partial<Trust> = {}) => readText(raw, { ...TRUST, ...trust });
const fault = (name: string) => ({ ok: false, fault: name });
const opaque = (code: string) => ({ ok: true, value: { kind: 'credential', credential: { kind: 'opaque', code } } });

function signedAs(name: keyof typeof BADGES) {
  const { by, claims } = BADGES[name];
  const { issuedMs: _, ...known } = claims;
  const keyId = TEST_KEYS[by as keyof typeof TEST_KEYS].issuerKey.id;
  return { ok: true, value: { kind: 'credential', credential: { kind: 'signed', keyId, ...known } } };
}
const signer = (name: keyof typeof TEST_KEYS): BadgeSigner => openIssuerKey(TEST_KEYS[name].privateJwk);
const { claims } = BADGES.valid;

describe('A signed badge', () => {
  it.each(['valid', 'validEs256', 'smallest', 'expired', 'notYet'] as const)('%s is read', (name) => {
    expect(read(BADGES[name].text)).toEqual(signedAs(name));
  });

  it.each([
    ['as a camera reads it', (text: string) => text],
    ['with AIM and line end', (text: string) => `]Q1${text}\r\n`],
    ['with ECI in a serial frame', (text: string) => `\u0002]Q2\\000026${text}\u0003`],
    ['typed with Caps Lock on', (text: string) => text.toLowerCase()],
  ])('is read %s', (_name, scan) => expect(read(scan(BADGES.valid.text))).toEqual(signedAs('valid')));

  it('is 190 to 350 characters long', () => {
    const wide = {
      ...claims,
      displayName: 'Maksymilian',
      locationIds: [1, 2, 3].map((n) => `0190a1b2-0000-7000-8000-00000000000${n}`),
    };
    const lengths = [BADGES.smallest.text, BADGES.valid.text, encodeSignedBadge(wide, signer('ed25519'))].map(
      (text) => text.length,
    );
    expect(lengths).toEqual([193, 271, 331]);
  });

  it.each([
    ['a key that no gate knows', 'foreign', 'unknown_issuer'],
    ['a key whose time is over', 'endedKey', 'unknown_issuer'],
  ] as const)('of %s is not believed', (_name, name, code) => expect(read(BADGES[name].text)).toEqual(fault(code)));

  it.each([
    ['a millisecond before its key begins', '2024-12-31T23:59:59.999Z', false],
    ['when its key begins', '2025-01-01T00:00:00.000Z', true],
    ['a millisecond before its key ends', '2099-12-31T23:59:59.999Z', true],
    ['when its key ends', '2100-01-01T00:00:00.000Z', false],
  ])('%s: believed is %s', (_name, time, believed) => {
    expect(read(BADGES.valid.text, { nowMs: Date.parse(time) }).ok).toBe(believed);
  });

  it('is tried with every key of its id', () => {
    const { issuerKey } = TEST_KEYS.ed25519;
    const namesakes = [TEST_KEYS.foreign, TEST_KEYS.es256].map((other) => ({ ...other.issuerKey, id: issuerKey.id }));
    expect(read(BADGES.valid.text, { keys: [...namesakes, issuerKey] })).toEqual(signedAs('valid'));
    expect(read(BADGES.valid.text, { keys: namesakes })).toEqual(fault('bad_signature'));
  });

  it('is not believed when its key is not what it should be', () => {
    const { issuerKey } = TEST_KEYS.es256;
    const broken = [
      { ...issuerKey, alg: 'EdDSA' as const },
      { ...issuerKey, jwk: { ...issuerKey.jwk, crv: 'P-384' } },
      { ...issuerKey, jwk: { ...issuerKey.jwk, y: issuerKey.jwk.x } },
      { ...issuerKey, jwk: { kty: 'EC', crv: 'P-256', x: issuerKey.jwk.x } },
    ];
    for (const key of broken) expect(read(BADGES.validEs256.text, { keys: [key] })).toEqual(fault('bad_signature'));
  });
});

describe('A forged or damaged badge', () => {
  const { keyId } = signer('ed25519');
  const cose = (payload: Uint8Array, by: BadgeSigner) => `GH1:${encodeBase45(encodeCoseSign1(payload, by))}`;
  const unsigned = (alg: BadgeSigner['alg']): BadgeSigner => ({ alg, keyId, sign: () => new Uint8Array(64) });

  it.each([
    ['signed with no key', encodeSignedBadge(claims, unsigned('EdDSA')), 'bad_signature'],
    [
      'signed with another key under this id',
      encodeSignedBadge(claims, { ...signer('foreign'), keyId }),
      'bad_signature',
    ],
    [
      'signed with a trusted key under the id of another',
      encodeSignedBadge(claims, { ...signer('es256'), keyId }),
      'bad_signature',
    ],
    ['naming the other algorithm', encodeSignedBadge(claims, { ...signer('ed25519'), alg: 'ES256' }), 'bad_signature'],
    ['under an id that nobody has', encodeSignedBadge(claims, { ...signer('ed25519'), keyId: '00' }), 'unknown_issuer'],
    ['truly signed, but not a badge', cose(encodeCbor('open the door'), signer('ed25519')), 'unreadable'],
    [
      'truly signed, its id no UUID',
      cose(encodeCbor(new Map([[7, new Uint8Array(8)]])), signer('ed25519')),
      'unreadable',
    ],
    ['with nothing behind its prefix', 'GH1:', 'unreadable'],
    ['cut in the middle', BADGES.valid.text.slice(0, 150), 'unreadable'],
    ['cut by one character', BADGES.valid.text.slice(0, -1), 'unreadable'],
    ['with a space lost', BADGES.valid.text.replace(' ', ''), 'unreadable'],
    ['with a letter that only Unicode would fold', BADGES.valid.text.replace('S', '\u017F'), 'unreadable'],
    ['twice in a row', BADGES.valid.text + BADGES.valid.text, 'unreadable'],
    ['typed by a US scanner into a German PC', 'GH1ÖRRQT 9P60GO0VJC(ONSUDKMH8CKY$BFN', 'unreadable'],
    ['typed by a US scanner into a French PC', 'GH&MRRQT)çP§àGOàVJC8', 'unreadable'],
  ])('%s', (_name, text, code) => expect(read(text)).toEqual(fault(code)));

  it('never gets as far as its claims while its signature is unknown', () => {
    const verify = () => false;
    expect(read(cose(encodeCbor('open the door'), signer('ed25519')), { verify })).toEqual(fault('bad_signature'));
  });
});

describe('A short badge', () => {
  const id = 'ABCDEFGHIJKLMNOPQRSTUVWX27';
  it.each([
    ['plain', `GH2:${id}`, opaque(id)],
    ['with its changing code', `GH2:${id}.123456`, opaque(id)],
    ['with a longer changing code', `]Q1GH2:${id}.12345678\r`, opaque(id)],
    ['typed with Caps Lock on', `gh2:${id.toLowerCase()}`, opaque(id)],
    ['too short', `GH2:${id.slice(1)}`, fault('unreadable')],
    ['too long', `GH2:${id}A`, fault('unreadable')],
    ['with a digit that base32 has not', `GH2:${id.replace('2', '1')}`, fault('unreadable')],
    ['with letters for a code', `GH2:${id}.ABCDEF`, fault('unreadable')],
    ['empty', 'GH2:', fault('unreadable')],
  ])('%s', (_name, text, expected) => expect(read(text)).toEqual(expected));
});

describe('A service code', () => {
  const enrol = (centralUrl: string, enrolmentCode: string) => ({
    ok: true,
    value: { kind: 'service', service: { kind: 'enrol', centralUrl, enrolmentCode } },
  });
  it.each([
    [
      'enrols',
      'gatehouse:enrol?u=https%3A%2F%2Fcentral.example%2Fapi&c=K7-PLUM',
      enrol('https://central.example/api', 'K7-PLUM'),
    ],
    [
      'enrols at a port of this PC',
      'gatehouse:enrol?u=http%3A%2F%2F127.0.0.1%3A8080&c=1',
      enrol('http://127.0.0.1:8080', '1'),
    ],
    ['enrols whatever the order', 'gatehouse:enrol?c=1&u=http%3A%2F%2Flocalhost', enrol('http://localhost', '1')],
    [
      'enrols with fields from a newer central',
      'gatehouse:enrol?u=http%3A%2F%2Flocalhost&c=1&n=Gate%202',
      enrol('http://localhost', '1'),
    ],
    ['enrols with framing', ']Q1gatehouse:enrol?u=http%3A%2F%2Flocalhost&c=1\r\n', enrol('http://localhost', '1')],
    [
      'unlocks',
      'gatehouse:unlock?abc%20def',
      { ok: true, value: { kind: 'service', service: { kind: 'unlock', text: 'abc%20def' } } },
    ],
    [
      'calibrates',
      'gatehouse:calibrate? $%*+-./:',
      { ok: true, value: { kind: 'service', service: { kind: 'calibrate', text: ' $%*+-./:' } } },
    ],
    ['without a URL', 'gatehouse:enrol?c=1', fault('unreadable')],
    ['without a code', 'gatehouse:enrol?u=http%3A%2F%2Flocalhost', fault('unreadable')],
    ['with a script for a URL', 'gatehouse:enrol?u=javascript%3Aalert(1)&c=1', fault('unreadable')],
    ['with a file for a URL', 'gatehouse:enrol?u=file%3A%2F%2F%2Fetc%2Fpasswd&c=1', fault('unreadable')],
    [
      'with a name in its URL',
      'gatehouse:enrol?u=https%3A%2F%2Fcentral.example%40evil.example&c=1',
      fault('unreadable'),
    ],
    ['with a URL that is none', 'gatehouse:enrol?u=central&c=1', fault('unreadable')],
    ['with broken percent-encoding', 'gatehouse:enrol?u=http%3A%2F%2Flocalhost%&c=1', fault('unreadable')],
    ['with two URLs', 'gatehouse:enrol?u=http%3A%2F%2Fa.example&u=http%3A%2F%2Fb.example&c=1', fault('unreadable')],
    ['with a space in its code', 'gatehouse:enrol?u=http%3A%2F%2Flocalhost&c=a%20b', fault('unreadable')],
    [
      'with a code of 101 characters',
      `gatehouse:enrol?u=http%3A%2F%2Flocalhost&c=${'a'.repeat(101)}`,
      fault('unreadable'),
    ],
    ['that unlocks with nothing', 'gatehouse:unlock', fault('unreadable')],
    ['of a kind that this version has not', 'gatehouse:dance?now', fault('unknown_format')],
    ['of no kind', 'gatehouse:', fault('unknown_format')],
  ])('%s', (_name, text, expected) => expect(read(text)).toEqual(expected));

  it('made here is read here', () => {
    const text = encodeEnrolCode('https://central.example/a%20b?c=d', 'O&=?');
    expect(read(text)).toEqual(enrol('https://central.example/a%20b?c=d', 'O&=?'));
  });
});

describe('Any other text', () => {
  it.each([
    ['a card number', '0012345678', opaque('0012345678')],
    ['a card number with framing', ']C10012345678\r', opaque('0012345678')],
    ['three characters', 'A-1', opaque('A-1')],
    ['512 characters', 'x'.repeat(512), opaque('x'.repeat(512))],
    ['a card in another script', 'بطاقة 12', opaque('بطاقة 12')],
    ['a web address', 'https://example.org/?a=1', opaque('https://example.org/?a=1')],
    ['another COSE badge', 'HC1:6BFOXN', opaque('HC1:6BFOXN')],
    ['spaces around a card number', ' 123 ', opaque(' 123 ')],
    ['two characters', 'A1', fault('unknown_format')],
    ['513 characters', 'x'.repeat(513), fault('unknown_format')],
    ['more than a reading may have', 'x'.repeat(4097), fault('unknown_format')],
    ['nothing', '', fault('unreadable')],
    ['a line end', '\r\n', fault('unreadable')],
    ['spaces', '     ', fault('unreadable')],
    ['an AIM identifier alone', ']Q1', fault('unreadable')],
    ['a control character inside', 'AB\u001D123', fault('unreadable')],
    ['a zero', 'AB\u0000123', fault('unreadable')],
    ['half a character', 'AB\uD800123', fault('unreadable')],
    ['what a decoder could not read', 'AB\uFFFD123', fault('unreadable')],
    ['writing turned round', 'AB\u202E123', fault('unreadable')],
  ])('%s', (_name, text, expected) => expect(read(text)).toEqual(expected));
});

describe('Issuer keys', () => {
  it.each(['EdDSA', 'ES256'] as const)('of %s sign the same from PEM and from JWK', (alg) => {
    const made = generateIssuerKey(alg, { validUntil: '2100-01-01T00:00:00.000Z' });
    for (const stored of [made.privatePem, made.privateJwk]) {
      const opened = openIssuerKey(stored, { validUntil: '2100-01-01T00:00:00.000Z' });
      expect(opened.issuerKey).toEqual(made.issuerKey);
      expect(read(encodeSignedBadge(claims, opened), { keys: [made.issuerKey] }).ok).toBe(true);
    }
    expect(made.keyId).toMatch(/^[0-9a-f]{16}$/);
  });

  it('are named by their thumbprint (RFC 8037 appendix A)', () => {
    const seed = Buffer.from('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60', 'hex');
    const x = '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo';
    const thumbprint = Buffer.from('kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k', 'base64url');
    const opened = openIssuerKey({ kty: 'OKP', crv: 'Ed25519', d: seed.toString('base64url'), x });
    expect(opened.keyId).toBe(thumbprint.toString('hex', 0, 8));
  });

  it('of other kinds are not opened', () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-384' });
    expect(() => openIssuerKey(privateKey.export({ format: 'jwk' }))).toThrow('P-384');
  });
});
