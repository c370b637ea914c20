import type { ServerResponse } from 'node:http';
import type { RollView } from '../../preload/muster-views.ts';
import type { FindHere } from './find-here.ts';
import { sendJson, sendPhoto } from './phone-answers.ts';

const [LEAST_QUERY, MOST_QUERY] = [2, 100];

export interface PhonePeopleParts {
  readonly find: (query: string) => ReturnType<FindHere>;
  /** Undefined: it is not here. */
  readonly photo: (sha256: string) => Promise<Uint8Array | undefined>;
}
/** The people whom phones are told of by one link. */
export interface PhonePeople {
  readonly roll: (roll: RollView | null, response: ServerResponse) => void;
  readonly found: (query: string, response: ServerResponse) => Promise<void>;
  readonly photo: (sha256: string, response: ServerResponse) => Promise<void>;
}

export function createPhonePeople({ find, photo }: PhonePeopleParts): PhonePeople {
  /** Photos of people whom the phones were told of: no other file leaves by this link. */
  const told = new Set<string>();
  const tell = (people: readonly { readonly photo?: string | undefined }[]): void => {
    for (const person of people) if (person.photo !== undefined) told.add(person.photo);
  };
  return {
    roll(roll, response) {
      tell(roll?.rows ?? []);
      sendJson(response, 200, roll);
    },
    async found(query, response) {
      const wanted = query.trim().slice(0, MOST_QUERY);
      const people = wanted.length < LEAST_QUERY ? [] : await find(wanted).catch(() => []);
      tell(people);
      sendJson(response, 200, people);
    },
    async photo(sha256, response) {
      sendPhoto(told.has(sha256) ? await photo(sha256).catch(() => undefined) : undefined, response);
    },
  };
}
