import { z } from 'zod';
import { isoOf, type Central } from '../central.ts';
import { problemAnswers, refuse } from '../http/problems.ts';
import type { App } from '../http/server.ts';
import { removePerson } from '../sync/remove-person.ts';

const count = z.number().int();
const removedSchema = z.object({
  records: count,
  events: count,
  files: count,
  serverTime: z.iso.datetime({ precision: 3 }),
});
const params = z.object({ id: z.string().min(1).max(64) });

/** Somebody's data has to go: at once here, and at the gates with their next pull. */
export function adminPeopleRoutes(app: App, central: Central): void {
  app.post(
    '/v1/admin/workers/:id/remove',
    {
      schema: {
        summary: 'Remove a person: name, photo, documents, badges; acts keep the id alone',
        security: [{ admin: [] }],
        params,
        response: { 200: removedSchema, ...problemAnswers },
      },
    },
    async (request, reply) => {
      const removed = await removePerson(central, request.params.id);
      if (removed === 'unknown') return refuse(reply, 'not_found', central.now(), 'There is no such person.');
      if (removed === 'inside') return refuse(reply, 'person_inside', central.now());
      return { ...removed, serverTime: isoOf(central.now()) };
    },
  );
}
