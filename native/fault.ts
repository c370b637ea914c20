import type { FaultCode } from '../core/codes.ts';

/** Why a device can't do its work. `detail` is for the log and for support, never for a worker's screen. */
export interface DeviceFault {
  readonly code: FaultCode;
  readonly detail: string;
}

/** Longest detail that a message to main may carry. */
const DETAIL_CHARS = 500;

export const deviceFault = (code: FaultCode, detail: string): DeviceFault => ({
  code,
  detail: detail.slice(0, DETAIL_CHARS),
});
