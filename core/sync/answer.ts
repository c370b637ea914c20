import type { FaultCode } from '../codes.ts';
import type { LineNews } from './line.ts';

/** How a request ended that was not answered with what was asked for. */
export type Failure =
  /** Nobody there: connection refused, no route, name unknown. Nothing was delivered. */
  | { readonly kind: 'refused' }
  /** Somebody is there who can't show to be central: a certificate that is not trusted, or for another name. Nothing was delivered. */
  | { readonly kind: 'untrusted' }
  /** This PC could not keep what came of it: its disk is full, or its file is held by something else. */
  | { readonly kind: 'not_kept' }
  /** No whole answer in time, or the connection broke: it may have been delivered. */
  | { readonly kind: 'silent' }
  /**
   * An answer came. `ours`: its body was the JSON of the protocol (an RFC 9457 problem for errors); false for HTML, for other
   * JSON, and for a 2xx that does not fit its schema. `code` is the problem's, `retryAfterMs` the Retry-After header.
   */
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly ours: boolean;
      readonly code?: string;
      readonly retryAfterMs?: number;
    };

/** What a failure means for the pipe that it happened on. */
export type Blame =
  /** Central is not there, or not for us: the cargo is not to blame. */
  | 'central'
  /** The cargo may have been taken and the answer lost. */
  | 'lost'
  /** Central asks for a pause. */
  | 'told_to_wait'
  | 'too_large'
  /** Something in the cargo may be what central stumbles over. */
  | 'cargo'
  | 'cursor_expired'
  | 'device_revoked';

export interface Judgement {
  readonly blame: Blame;
  readonly line: LineNews;
  readonly code: FaultCode;
}

const UNREACHABLE = 'central_unreachable';
/** A proxy before central answers these when central does not. */
const PROXY_STATUSES = [502, 503, 504];
/** RFC 6585: a network wants somebody to sign in first. */
const NETWORK_WANTS_SIGN_IN = 511;
/** About this gate's address or rights, whatever it sends. */
const GATE_STATUSES = [401, 403, 404, 407, 426];

export function judge(failure: Failure): Judgement {
  if (failure.kind === 'refused') return { blame: 'central', line: 'refused', code: UNREACHABLE };
  if (failure.kind === 'untrusted') return { blame: 'central', line: 'refused', code: 'central_not_ours' };
  if (failure.kind === 'silent') return { blame: 'lost', line: 'missed', code: UNREACHABLE };
  if (failure.kind === 'not_kept') return { blame: 'lost', line: 'reached', code: 'disk_full' };
  return judgeStatus(failure);
}

function judgeStatus({ status, ours, code, retryAfterMs }: Extract<Failure, { kind: 'status' }>): Judgement {
  if (status === 401 && code === 'device_revoked' && ours) {
    return { blame: 'device_revoked', line: 'reached', code: 'device_revoked' };
  }
  if (status === 429 || (status === 503 && retryAfterMs !== undefined)) {
    return { blame: 'told_to_wait', line: 'reached', code: 'central_error' };
  }
  if (status === 413) return { blame: 'too_large', line: 'reached', code: 'central_error' };
  if (status === 408) return { blame: 'lost', line: 'missed', code: UNREACHABLE };
  if (PROXY_STATUSES.includes(status)) return { blame: 'cargo', line: 'missed', code: UNREACHABLE };
  if (status === NETWORK_WANTS_SIGN_IN) return { blame: 'central', line: 'missed', code: 'central_not_ours' };
  if (status >= 500) return { blame: 'cargo', line: 'reached', code: 'central_error' };
  if (!ours || status < 400) return { blame: 'central', line: 'missed', code: 'central_not_ours' };
  if (status === 410) return { blame: 'cursor_expired', line: 'reached', code: 'central_error' };
  if (GATE_STATUSES.includes(status)) return { blame: 'central', line: 'reached', code: gateFault(status, code) };
  return { blame: 'cargo', line: 'reached', code: 'central_error' };
}

/** What staff must have done about it: nothing that the gate sends would help. A token whose time is over is renewed by itself. */
function gateFault(status: number, code: string | undefined): FaultCode {
  if (status === 401) return code === 'token_ended' ? 'central_error' : 'gate_unknown';
  if (status === 403) return 'gate_not_allowed';
  return status === 426 ? 'version_too_old' : 'central_error';
}
