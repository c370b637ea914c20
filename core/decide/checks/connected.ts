import { fail, ok } from '../../result.ts';
import type { Narrowing } from '../candidates.ts';
import { finding } from '../finding.ts';

/**
 * A1: connected to the client, here or everywhere. A6: a client that does not want its workers registered needs no connection, and
 * then none of its states counts either. A candidate with several fitting connections goes on with each.
 */
export const connectedHere: Narrowing = ({ connections, location }, candidates) => {
  const connected = candidates.flatMap((candidate) => {
    if (candidate.client?.requiresWorkerRegistration === false) return [candidate];
    return connections
      .filter(
        ({ clientId, locationIds }) => clientId === candidate.clientId && (locationIds?.includes(location.id) ?? true),
      )
      .map((connection) => ({ ...candidate, connection }));
  });
  if (connected.length > 0) return ok(connected);
  return fail(finding('not_connected', { clientName: candidates[0]?.client?.name, locationName: location.name }));
};
