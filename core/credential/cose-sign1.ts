/**
 * COSE_Sign1 (RFC 9052 section 4.2) as a badge uses it: one signer, the payload inside, Ed25519 or ES256 (RFC 9053 section 2).
 * Here a message is only taken apart or put together; whose key it is and whether the signature is true is for the caller.
 */
import { fail, ok, type Result } from '../result.ts';
import type { IssuerKey } from '../site/entities.ts';
import { decodeCbor, encodeCbor } from './cbor.ts';
import { fromHex, toHex } from './hex.ts';

export type SignatureAlg = IssuerKey['alg'];

/** CBOR tag 18 announces a COSE_Sign1; it may be left out where, as behind `GH1:`, nothing else can stand. */
const TAG_18 = 0xd2;
const HEADER = { alg: 1, crit: 2, keyId: 4 } as const;
const ALG_IDS: Record<SignatureAlg, number> = { EdDSA: -8, ES256: -7 };
/** Of both algorithms: R and S, 32 bytes each. */
const SIGNATURE_BYTES = 64;
const MAX_KEY_ID_BYTES = 32;
const NOTHING = new Uint8Array(0);

export interface CoseSign1 {
  /** What the header claims. A verifier uses the algorithm of its key and refuses a message that names another. */
  readonly alg: SignatureAlg;
  /** Lower-case hex; absent when neither header has it. */
  readonly keyId?: string;
  readonly payload: Uint8Array;
  /** 64 bytes. */
  readonly signature: Uint8Array;
  /** The Sig_structure: the bytes that the signature is over. */
  readonly signed: Uint8Array;
}

/** `cbor`: not one item of strict CBOR. `shape`: not a COSE_Sign1 with its payload inside. `header`: an algorithm, key id or critical field that is not for us. */
export type CoseFault = 'cbor' | 'shape' | 'header';

/**
 * Takes a message apart. The algorithm must stand in the protected header, where it is signed. The key id may stand in either and
 * the protected one wins; it only says which keys to try. Other unprotected fields are ignored: nothing is ever read from them.
 */
export function decodeCoseSign1(bytes: Uint8Array): Result<CoseSign1, CoseFault> {
  const item = decodeCbor(bytes[0] === TAG_18 ? bytes.subarray(1) : bytes);
  if (item === undefined) return fail('cbor');
  if (!Array.isArray(item) || item.length !== 4) return fail('shape');
  const [protectedBytes, unprotectedHeader, payload, signature] = item as unknown[];
  if (!(protectedBytes instanceof Uint8Array && unprotectedHeader instanceof Map)) return fail('shape');
  if (!(payload instanceof Uint8Array && signature instanceof Uint8Array)) return fail('shape');
  if (signature.length !== SIGNATURE_BYTES) return fail('shape');

  const protectedHeader = decodeCbor(protectedBytes);
  if (!(protectedHeader instanceof Map) || protectedHeader.has(HEADER.crit)) return fail('header');
  const alg = algOf(protectedHeader.get(HEADER.alg));
  const keyIdBytes: unknown = (protectedHeader.has(HEADER.keyId) ? protectedHeader : unprotectedHeader).get(
    HEADER.keyId,
  );
  if (alg === undefined || !(keyIdBytes === undefined || isKeyId(keyIdBytes))) return fail('header');
  return ok({
    alg,
    ...(keyIdBytes === undefined ? {} : { keyId: toHex(keyIdBytes) }),
    payload,
    signature,
    signed: sigStructure(protectedBytes, payload),
  });
}

/** Puts a tagged message together, algorithm and key id both protected. `keyId` is hex; `sign` gives 64 bytes. */
export function encodeCoseSign1(
  payload: Uint8Array,
  signer: { readonly alg: SignatureAlg; readonly keyId: string; readonly sign: (bytes: Uint8Array) => Uint8Array },
): Uint8Array {
  const header = new Map<number, unknown>([
    [HEADER.alg, ALG_IDS[signer.alg]],
    [HEADER.keyId, fromHex(signer.keyId)],
  ]);
  const protectedBytes = encodeCbor(header);
  const signature = signer.sign(sigStructure(protectedBytes, payload));
  if (signature.length !== SIGNATURE_BYTES) throw new Error(`a signature of ${signature.length} bytes`);
  return Uint8Array.of(TAG_18, ...encodeCbor([protectedBytes, new Map(), payload, signature]));
}

/** RFC 9052 section 4.4, with no external data. */
const sigStructure = (protectedBytes: Uint8Array, payload: Uint8Array): Uint8Array =>
  encodeCbor(['Signature1', protectedBytes, NOTHING, payload]);

const algOf = (id: unknown): SignatureAlg | undefined =>
  (Object.keys(ALG_IDS) as SignatureAlg[]).find((alg) => ALG_IDS[alg] === id);

const isKeyId = (value: unknown): value is Uint8Array =>
  value instanceof Uint8Array && value.length > 0 && value.length <= MAX_KEY_ID_BYTES;
