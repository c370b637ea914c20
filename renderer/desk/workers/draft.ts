import type { AddAsk, ConnectClient } from '../../../preload/worker-views.ts';
import type { WordKey } from '../words/words.ts';

/** A worker and a connection as they are typed. */
export interface Draft {
  readonly firstName: string;
  readonly lastName: string;
  readonly contractorId: string;
  readonly phone: string;
  readonly email: string;
  readonly clientId: string;
  readonly where: 'all' | 'some';
  readonly locationIds: readonly string[];
}
export const EMPTY_DRAFT: Draft = {
  firstName: '',
  lastName: '',
  contractorId: '',
  phone: '',
  email: '',
  clientId: '',
  where: 'all',
  locationIds: [],
};

const isAddress = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(text);

/** What is missing of it, by field; `client`: the chosen one. */
export function missingOf(
  draft: Draft,
  isNew: boolean,
  client: ConnectClient | undefined,
): Partial<Record<'firstName' | 'lastName' | 'email' | 'client' | 'place', WordKey>> {
  const lacks = (text: string): boolean => isNew && text.trim() === '';
  return {
    ...(lacks(draft.firstName) && { firstName: 'workers.needed' }),
    ...(lacks(draft.lastName) && { lastName: 'workers.needed' }),
    ...(isNew && draft.email.trim() !== '' && !isAddress(draft.email.trim()) && { email: 'workers.emailOdd' }),
    ...(!client && { client: 'workers.chooseClient' }),
    ...(client && isSome(draft, client) && draft.locationIds.length === 0 && { place: 'workers.choosePlace' }),
  };
}

/** Single locations are chosen where not all of the client's are the user's, or where the user wants it so. */
export const isSome = ({ where }: Draft, client: ConnectClient): boolean => !client.canAll || where === 'some';

export function askOf(draft: Draft, workerId: string | undefined, client: ConnectClient, noticeSeen: boolean): AddAsk {
  const given = (text: string): string | undefined => text.trim() || undefined;
  const [phone, email, contractorId] = [given(draft.phone), given(draft.email), given(draft.contractorId)];
  const fresh = {
    firstName: draft.firstName.trim(),
    lastName: draft.lastName.trim(),
    ...(contractorId === undefined ? {} : { contractorId }),
    ...(phone === undefined ? {} : { phone }),
    ...(email === undefined ? {} : { email }),
  };
  return {
    worker: workerId === undefined ? fresh : { workerId },
    clientId: client.id,
    ...(isSome(draft, client) ? { locationIds: [...draft.locationIds] } : {}),
    noticeSeen,
  };
}
