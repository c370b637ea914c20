import os from 'node:os';
import type { FaultCode } from '../core/codes.ts';
import type { ServiceCode } from '../core/credential/credential.ts';
import { readText } from '../core/credential/read-text.ts';
import { fail, ok, type Result } from '../core/result.ts';
import { readIdentity, writeIdentity, type EnrolledAs, type SecretBox } from './identity.ts';
import { keepEarlierIdentity } from './earlier/put-aside.ts';
import { newDeviceKeys } from './device-keys.ts';
import { createCentralClient } from './sync/central-client.ts';
import { enrol } from './sync/enrol.ts';

export interface EnrolmentParts {
  readonly home: string;
  readonly box: SecretBox;
  readonly appVersion: string;
  readonly fetch: typeof fetch;
  readonly nowMs: () => number;
}

export type Enrolment = Result<EnrolledAs, { readonly code: FaultCode; readonly detail: string }>;

/**
 * Makes this PC a gate of central's and keeps what came of it, and what it was before: that has acts to hand over, perhaps. A refusal
 * leaves everything as it was.
 */
export async function enrolHere(parts: EnrolmentParts, centralUrl: string, enrolmentCode: string): Promise<Enrolment> {
  const baseUrl = centralAddress(centralUrl);
  if (baseUrl === undefined) return fail({ code: 'central_not_ours', detail: 'the address is not a web address' });
  const { fetch, nowMs, appVersion } = parts;
  const client = createCentralClient({ baseUrl, token: () => undefined, fetch, learnTime: () => undefined, nowMs });
  const platform = `${os.platform()} ${os.release()} ${os.arch()}`.slice(0, 100);
  const request = {
    enrolmentCode: enrolmentCode.trim(),
    name: os.hostname().slice(0, 100) || 'gate',
    platform,
    appVersion,
  };
  const enrolled = await enrol(client, baseUrl, request);
  if (!enrolled.ok) return enrolled;
  const identity = { ...enrolled.value, tokenSinceMs: nowMs(), ...newDeviceKeys() };
  const before = readIdentity(parts.home, parts.box);
  if (before) keepEarlierIdentity(parts.home, parts.box, before);
  writeIdentity(parts.home, parts.box, identity);
  return ok(identity);
}

/** Plain http is for this very machine only: badges and people do not travel in the clear. */
export function centralAddress(typed: string): string | undefined {
  try {
    const url = new URL(typed.trim().includes('://') ? typed.trim() : `https://${typed.trim()}`);
    const here = ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
    return url.protocol === 'https:' || (url.protocol === 'http:' && here) ? url.href : undefined;
  } catch {
    return undefined;
  }
}

/** The enrolment that a scanned text asks for; undefined when it is anything else. A gate that is not enrolled reads nothing else. */
export function enrolmentIn(raw: string): Extract<ServiceCode, { kind: 'enrol' }> | undefined {
  const text = readText(raw, { keys: [], verify: () => false, nowMs: 0 });
  if (!text.ok || text.value.kind !== 'service') return undefined;
  return text.value.service.kind === 'enrol' ? text.value.service : undefined;
}
