/** Codes for the gate itself: `gatehouse:<kind>?<rest>`. They admit nobody. */
import { z } from 'zod';
import { fail, ok, type Result } from '../result.ts';
import type { CredentialFault, ServiceCode } from './credential.ts';

/** Starts the text of every service code. */
export const SERVICE_PREFIX = 'gatehouse:';

/** http or https, and nobody's name or password in it: what staff see on screen must be where the gate goes. */
const centralUrlSchema = z
  .url({ protocol: /^https?$/ })
  .max(500)
  .regex(/^[^@\\\s]+$/);
const enrolmentCodeSchema = z.string().regex(/^[\x21-\x7e]{1,100}$/);
const printable = /^[^\p{C}]{1,500}$/u;

/**
 * Understands what stands behind `gatehouse:`.
 * - `enrol?u=<base URL, percent-encoded>&c=<code>` (PROTOCOL "Devices")
 * - `unlock?<text>` and `calibrate?<text>`: the text just as it was read, which for a calibration is the point of it.
 *
 * Faults: `unknown_format` for any other kind, `unreadable` for one of these that is damaged.
 */
export function readServiceCode(body: string): Result<ServiceCode, CredentialFault> {
  const mark = body.indexOf('?');
  const kind = (mark < 0 ? body : body.slice(0, mark)).toLowerCase();
  const rest = mark < 0 ? '' : body.slice(mark + 1);
  switch (kind) {
    case 'enrol':
      return enrol(rest);
    case 'unlock':
    case 'calibrate':
      return printable.test(rest) ? ok({ kind, text: rest }) : fail('unreadable');
    default:
      return fail('unknown_format');
  }
}

function enrol(query: string): Result<ServiceCode, CredentialFault> {
  const fields = queryFields(query);
  const centralUrl = centralUrlSchema.safeParse(fields?.get('u'));
  const enrolmentCode = enrolmentCodeSchema.safeParse(fields?.get('c'));
  if (!centralUrl.success || !enrolmentCode.success) return fail('unreadable');
  return ok({ kind: 'enrol', centralUrl: centralUrl.data, enrolmentCode: enrolmentCode.data });
}

/** Undefined for bad percent-encoding, and for a field that comes twice: which one was meant? */
function queryFields(query: string): ReadonlyMap<string, string> | undefined {
  const fields = new Map<string, string>();
  for (const part of query.split('&')) {
    const equals = part.indexOf('=');
    const name = equals < 0 ? part : part.slice(0, equals);
    if (fields.has(name)) return undefined;
    try {
      fields.set(name, equals < 0 ? '' : decodeURIComponent(part.slice(equals + 1)));
    } catch {
      return undefined;
    }
  }
  return fields;
}

/** The text of an enrolment code, for central to draw as a QR. */
export const encodeEnrolCode = (centralUrl: string, enrolmentCode: string): string =>
  `${SERVICE_PREFIX}enrol?u=${encodeURIComponent(centralUrl)}&c=${encodeURIComponent(enrolmentCode)}`;
