import { fail, ok, type Result } from '../result.ts';
import type { Client, Connection } from '../site/entities.ts';
import type { Dossier } from './dossier.ts';
import type { Finding } from './finding.ts';
import { isTimely } from './grant.ts';
import { overrideAgainst } from './overridable.ts';
import { byStart } from './time.ts';
import { worksOf, type Work } from './work.ts';

/** One ground on which the person might come in: for a client, with a work order or a place on a roster, through a connection. */
export interface Candidate {
  readonly clientId: string;
  /** Absent: the cache does not know the client. It then counts as one that wants its workers registered. */
  readonly client?: Client;
  readonly work?: Work;
  readonly connection?: Connection;
}

/** Keeps the candidates that pass. When none does, says why, in the words most useful to the person. */
export type Narrowing = (dossier: Dossier, candidates: readonly Candidate[]) => Result<readonly Candidate[], Finding>;

/**
 * The open work of this person here; without any, all clients of the place. While some are going on, the others can't let the
 * person in and would only blur the reason, so they are left out.
 */
export function candidatesOf(dossier: Dossier): readonly Candidate[] {
  const { location, clients } = dossier;
  const forClient = (clientId: string): Candidate => {
    const client = clients.find((one) => one.id === clientId);
    return { clientId, ...(client ? { client } : {}) };
  };
  const open = worksOf(dossier)
    .filter((work) => work.locationId === location.id && work.status === 'open')
    .sort(byStart);
  if (open.length === 0) return location.clientIds.map(forClient);
  const timely = open.filter((work) => isTimely(dossier, work));
  return (timely.length > 0 ? timely : open).map((work) => ({ ...forClient(work.clientId), work }));
}

/**
 * Lets each check narrow down what the one before left over: the reason given is that of whoever came
 * furthest. A check that an override is against narrows nothing (G6).
 */
export function narrow(dossier: Dossier, checks: readonly Narrowing[]): Result<readonly Candidate[], Finding> {
  let left = candidatesOf(dossier);
  for (const check of checks) {
    const narrowed = check(dossier, left);
    if (narrowed.ok) left = narrowed.value;
    else if (!overrideAgainst(dossier, narrowed.fault.code)) return narrowed;
  }
  return ok(left);
}

/** A narrowing that looks at each candidate by itself; when none passes, the first one's reason is given. */
export const each =
  (objection: (dossier: Dossier, candidate: Candidate) => Finding | undefined): Narrowing =>
  (dossier, candidates) => {
    const judged = candidates.map((candidate) => ({ candidate, why: objection(dossier, candidate) }));
    const passed = judged.filter(({ why }) => why === undefined).map(({ candidate }) => candidate);
    const [first] = judged;
    return passed.length > 0 || first?.why === undefined ? ok(passed) : fail(first.why);
  };
