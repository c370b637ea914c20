import type { FaultCode } from '../../../core/codes.ts';
import type { DeskStatus } from '../../../preload/views.ts';

/** What stands between the gate and central until somebody does something about it. */
const FOR_STAFF: ReadonlySet<FaultCode> = new Set<FaultCode>([
  'central_not_ours',
  'gate_unknown',
  'gate_not_allowed',
  'version_too_old',
]);

/** One page of a network that comes and goes is not worth a banner: the line must be gone with it. */
export const isForStaff = ({ code, state }: DeskStatus['connection']): boolean =>
  code !== undefined && FOR_STAFF.has(code) && (code !== 'central_not_ours' || state === 'offline');
