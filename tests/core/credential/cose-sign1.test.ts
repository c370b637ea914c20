import { describe, expect, it } from 'vitest';
import { decodeCoseSign1, encodeCoseSign1 } from '../../../core/credential/cose-sign1.ts';
import { fromHex, toHex } from '../../../core/credential/hex.ts';
import { generateIssuerKey } from '../../../central/sign.ts';
import type { IssuerKey } from '../../../core/site/entities.ts';
import { createVerifySignature } from '../../../main/verify.ts';

const base64url = (hex: string) => Buffer.from(hex, 'hex').toString('base64url');
const verify = createVerifySignature();

/** RFC 8152 appendix C.7, key "11". */
const KEY_11: IssuerKey = {
  id: '3131',
  alg: 'ES256',
  jwk: {
    kty: 'EC',
    crv: 'P-256',
    x: base64url('bac5b11cad8f99f9c72b05cf4b9e26d244dc189f745228255a219a86d6a09eff'),
    y: base64url('20138bf82dc1b6d562be0fa54ab7804a3a64b6d72ccfed6b6fb6ed28bbfc117e'),
  },
};
/** RFC 8032 section 7.1, test 1: the key of the COSE working group's EdDSA example. */
const KEY_ED25519: IssuerKey = {
  id: '3131',
  alg: 'EdDSA',
  jwk: { kty: 'OKP', crv: 'Ed25519', x: base64url('d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a') },
};
/** RFC 8392 appendix A.2.3. */
const KEY_CWT: IssuerKey = {
  id: 'cwt',
  alg: 'ES256',
  jwk: {
    kty: 'EC',
    crv: 'P-256',
    x: base64url('143329cce7868e416927599cf65a34f3ce2ffda55a7eca69ed8919a394d42f0f'),
    y: base64url('60f7f1a780d8a783bfb7a2dd6b2796e8128dbbcef9d3d168db9529971a36e7b9'),
  },
};
const CONTENT = '546869732069732074686520636f6e74656e742e';
const RFC_8152_SIGNATURE =
  '8eb33e4ca31d1c465ab05aac34cc6b23d58fef5c083106c4d25a91aef0b0117e2af9a291aa32e14ab834dc56ed2a223444547e01f11d3b0916e5a4c345cacb36';
/** RFC 8152 appendix C.2.1: ES256, key id unprotected. */
const RFC_8152 = `d28443a10126a1044231315454${CONTENT.slice(2)}5840${RFC_8152_SIGNATURE}`;
/** COSE working group, eddsa-sig-01: a protected content type beside the algorithm. */
const EDDSA_SIG_01 = `d28445a201270300a1044231315454${CONTENT.slice(2)}58407142fd2ff96d56db85bee905a76ba1d0b7321a95c8c4d3607c5781932b7afb8711497dfa751bf40b58b3bcc32300b1487f3db34085eef013bf08f4a44d6fef0d`;
/** RFC 8392 appendix A.3, without its key id (as the COSE working group's CWT/A_3 has it; it is not signed). */
const CWT_A3 =
  'd28443a10126a05850a70175636f61703a2f2f61732e6578616d706c652e636f6d02656572696b77037818636f61703a2f2f6c696768742e6578616d706c652e636f6d041a5612aeb0051a5610d9f0061a5610d9f007420b7158405427c1ff28d23fbad1f29c4c7c6a555e601d6fa29f9179bc3d7438bacaca5acd08c8d4d4f96131680c429a01f85951ecee743a52b9b63632c57209120e1c9e30';

function isTrue(hex: string, key: IssuerKey): boolean {
  const message = decodeCoseSign1(fromHex(hex));
  return message.ok && verify(key, message.value.signed, message.value.signature);
}

describe('Published COSE_Sign1 messages', () => {
  it.each([
    ['RFC 8152 C.2.1', RFC_8152, KEY_11, 'ES256'],
    ['the same without tag 18 (sign-pass-03)', RFC_8152.slice(2), KEY_11, 'ES256'],
    ['eddsa-sig-01', EDDSA_SIG_01, KEY_ED25519, 'EdDSA'],
    ['RFC 8392 A.3', CWT_A3, KEY_CWT, 'ES256'],
  ] as const)('%s is true', (_name, hex, key, alg) => {
    expect(isTrue(hex, key)).toBe(true);
    expect(decodeCoseSign1(fromHex(hex))).toMatchObject({ ok: true, value: { alg } });
  });

  it.each([
    ['a changed payload (sign-fail-02)', RFC_8152.replace('6e742e5840', '6e742f5840'), KEY_11],
    ['an added protected field (sign-fail-06)', RFC_8152.replace('8443a10126', '8445a201260300'), KEY_11],
    ['another key', RFC_8152, KEY_CWT],
    ['a key of the other kind', RFC_8152, KEY_ED25519],
  ])('%s is not', (_name, hex, key) => {
    expect(decodeCoseSign1(fromHex(hex)).ok).toBe(true);
    expect(isTrue(hex, key)).toBe(false);
  });

  it.each([
    ['another tag (sign-fail-01)', RFC_8152.replace('d2', 'd903e6'), 'cbor'],
    ['an algorithm by number that is not ours (sign-fail-03)', RFC_8152.replace('43a10126', '45a1013903e6'), 'header'],
    ['an algorithm by name (sign-fail-04)', RFC_8152.replace('43a10126', '4aa10167756e6b6e6f776e'), 'header'],
  ])('%s is refused', (_name, hex, fault) => expect(decodeCoseSign1(fromHex(hex))).toEqual({ ok: false, fault }));

  it('signs the Sig_structure that RFC 8152 prints', () => {
    const message = decodeCoseSign1(fromHex(RFC_8152));
    expect(message.ok && toHex(message.value.signed)).toBe(`846a5369676e61747572653143a101264054${CONTENT}`);
  });
});

describe('What is not a COSE_Sign1 with its payload inside', () => {
  const signature = `5840${'00'.repeat(64)}`;
  it.each([
    ['nothing', '', 'cbor'],
    ['tag 18 alone', 'd2', 'cbor'],
    ['tag 18 twice', `d2d28443a10126a04101${signature}`, 'cbor'],
    ['a CWT tag around it', `d83dd28443a10126a04101${signature}`, 'cbor'],
    ['a number', '01', 'shape'],
    ['a map', 'a0', 'shape'],
    ['three items', `8343a10126a04101`, 'shape'],
    ['five items', `8543a10126a04101${signature}00`, 'shape'],
    ['an item after it', `8443a10126a04101${signature}00`, 'cbor'],
    ['a detached payload', `8443a10126a0f6${signature}`, 'shape'],
    ['a payload of text', `8443a10126a06161${signature}`, 'shape'],
    ['a protected header that is a map', `84a10126a04101${signature}`, 'shape'],
    ['an unprotected header that is an array', `8443a10126804101${signature}`, 'shape'],
    ['a signature one byte short', `8443a10126a04101583f${'00'.repeat(63)}`, 'shape'],
    ['a signature one byte long', `8443a10126a041015841${'00'.repeat(65)}`, 'shape'],
    ['an empty protected header', `8440a1012641015840${'00'.repeat(64)}`, 'header'],
    ['an algorithm in the unprotected header alone', `8441a0a101264101${signature}`, 'header'],
    ['no algorithm', `8446a10443010203a04101${signature}`, 'header'],
    ['an algorithm as a float', `8445a101f9c700a04101${signature}`, 'header'],
    ['bytes behind the protected header', `8444a1012600a04101${signature}`, 'header'],
    ['a protected header with one key twice', `8445a201260127a04101${signature}`, 'header'],
    ['a critical field', `8446a20126028104a04101${signature}`, 'header'],
    ['a key id of text', `8447a201260462313 1a04101${signature}`.replaceAll(' ', ''), 'header'],
    ['a key id that is a number', `8443a10126a104014101${signature}`, 'header'],
    ['an empty key id', `8443a10126a104404101${signature}`, 'header'],
    ['a key id of 33 bytes', `8443a10126a1045821${'aa'.repeat(33)}4101${signature}`, 'header'],
    [
      'an empty protected key id over a good unprotected one',
      `8445a2012604 40a104420102 4101${signature}`.replaceAll(' ', ''),
      'header',
    ],
    ['an unprotected key twice', `8443a10126a20442010204420103 4101${signature}`.replaceAll(' ', ''), 'cbor'],
    ['an indefinite array', `9f43a10126a04101${signature}ff`, 'cbor'],
    ['an indefinite byte string', `845f43a10126ffa04101${signature}`, 'cbor'],
    ['a length longer than it need be', `844303a04101${signature}`.replace('43', '5803'), 'cbor'],
    ['a byte string of 4 GiB', '845affffffff00', 'cbor'],
    ['a byte string of 2^63', '845b800000000000000000', 'cbor'],
    ['an array of 4 billion', '9affffffff00', 'cbor'],
    ['a map of 2^53', 'bb002000000000000000', 'cbor'],
    ['arrays in arrays a thousand deep', `${'81'.repeat(1000)}00`, 'cbor'],
    ['maps in maps five hundred deep', `${'a100'.repeat(500)}00`, 'cbor'],
    ['a thousand small arrays side by side', `9903e8${'80'.repeat(1000)}`, 'cbor'],
    ['more than a kilobyte', `8443a10126a0590500${'00'.repeat(1280)}${signature}`, 'cbor'],
    ['a break alone', 'ff', 'cbor'],
    ['a float that is no number', '84f97e00a04101', 'cbor'],
  ])('%s', (_name, hex, fault) => expect(decodeCoseSign1(fromHex(hex))).toEqual({ ok: false, fault }));
});

describe('Key ids', () => {
  const signature = `5840${'00'.repeat(64)}`;
  it.each([
    ['protected', `8449a201260444010203 04a04101${signature}`, '01020304'],
    ['unprotected', `8443a10126a1044401020304 4101${signature}`, '01020304'],
    ['both: the protected one wins', `8447a2012604420102a1044203044101${signature}`, '0102'],
    ['none', `8443a10126a04101${signature}`, undefined],
  ])('%s', (_name, hex, keyId) => {
    const message = decodeCoseSign1(fromHex(hex.replaceAll(' ', '')));
    expect(message.ok && message.value.keyId).toBe(keyId);
  });
});

describe('Messages made here', () => {
  it.each(['EdDSA', 'ES256'] as const)('%s verifies with its own key and no other', (alg) => {
    const signer = generateIssuerKey(alg);
    const message = toHex(encodeCoseSign1(Uint8Array.of(1, 2, 3), signer));
    expect(isTrue(message, signer.issuerKey)).toBe(true);
    expect(isTrue(message, generateIssuerKey(alg).issuerKey)).toBe(false);
  });

  it('are refused a signature of another length than 64 bytes', () => {
    const broken = { alg: 'EdDSA', keyId: '01', sign: () => new Uint8Array(63) } as const;
    expect(() => encodeCoseSign1(Uint8Array.of(1), broken)).toThrow('63 bytes');
  });
});
