import type { EnrolledAs } from './identity.ts';
import { newAnchorKey, withAnchorKey } from './journal/anchor-key.ts';
import { newPeerKey, withPeerKey } from './peers/keys.ts';

/** The keys that are this device's own, made where it is enrolled: one to be known by among gates, one to sign with. */
export const newDeviceKeys = (): Required<Pick<EnrolledAs, 'peerKey' | 'anchorKey'>> => ({
  peerKey: newPeerKey(),
  anchorKey: newAnchorKey(),
});

/** What an earlier enrolment did not make. */
export const withDeviceKeys = (identity: EnrolledAs, keep: (identity: EnrolledAs) => void): EnrolledAs =>
  withAnchorKey(withPeerKey(identity, keep), keep);
