import { PROTOCOL_HEADER, PROTOCOL_VERSION } from '../../core/sync/wire.ts';

/** What each call to central says of the gate that makes it: which version of the protocol it speaks, and who it is (PROTOCOL "Devices"). */
export const gateHeaders = (token: string | undefined): Readonly<Record<string, string>> => ({
  [PROTOCOL_HEADER]: String(PROTOCOL_VERSION),
  ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
});
