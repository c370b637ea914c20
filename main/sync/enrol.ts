import type { FaultCode } from '../../core/codes.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import type { EnrolRequest } from '../../core/sync/wire.ts';
import type { EnrolledAs } from '../identity.ts';
import type { CallFailure, CentralClient } from './central-client.ts';

/** Trades an enrolment code for this gate's identity. Nothing is stored here, and a refusal changes nothing. */
export async function enrol(
  client: CentralClient,
  centralUrl: string,
  request: EnrolRequest,
): Promise<Result<EnrolledAs, { readonly code: FaultCode; readonly detail: string }>> {
  const answer = await client.enrol(request);
  if (!answer.ok) return fail({ code: codeOf(answer.fault), detail: answer.fault.detail });
  const { deviceId, deviceToken, gateId, locationId } = answer.value;
  return ok({ deviceId, deviceToken, gateId, locationId, centralUrl });
}

function codeOf(failure: CallFailure): FaultCode {
  if (failure.kind !== 'status') return 'central_unreachable';
  if (!failure.ours) return 'central_not_ours';
  const byCode: Readonly<Record<string, FaultCode>> = {
    code_unknown: 'enrol_unknown',
    code_used: 'enrol_used',
    code_expired: 'enrol_ended',
  };
  return byCode[failure.code ?? ''] ?? 'central_error';
}
