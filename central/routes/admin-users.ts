import { z } from 'zod';
import { isoOf, type Central } from '../central.ts';
import { problemAnswers, refuse } from '../http/problems.ts';
import type { App } from '../http/server.ts';
import { setSecrets, setStatus } from '../users/secrets.ts';

const doneSchema = z.object({ serverTime: z.iso.datetime({ precision: 3 }) });
const params = z.object({ id: z.string().min(1).max(64) });

/** Accounts: what they sign in with, and whether they are in use. Secrets come in and never go out. */
export function adminUserRoutes(app: App, central: Central): void {
  const security = [{ admin: [] }];

  app.post(
    '/v1/admin/users/:id/secrets',
    {
      schema: {
        summary: 'Give an account a PIN or a password; null takes it away',
        security,
        params,
        body: z.object({
          pin: z
            .string()
            .regex(/^\d{4,12}$/)
            .nullable()
            .optional(),
          password: z.string().min(10).max(200).nullable().optional(),
        }),
        response: { 200: doneSchema, ...problemAnswers },
      },
    },
    async (request, reply) => {
      const done = await setSecrets(central, request.params.id, request.body);
      return done ? { serverTime: isoOf(central.now()) } : refuse(reply, 'not_found', central.now(), NO_ACCOUNT);
    },
  );

  app.post(
    '/v1/admin/users/:id/status',
    {
      schema: {
        summary: 'Take an account out of use, or into it again',
        security,
        params,
        body: z.object({ status: z.enum(['active', 'inactive']) }),
        response: { 200: doneSchema, ...problemAnswers },
      },
    },
    async (request, reply) => {
      const done = await setStatus(central, request.params.id, request.body.status);
      return done ? { serverTime: isoOf(central.now()) } : refuse(reply, 'not_found', central.now(), NO_ACCOUNT);
    },
  );
}

const NO_ACCOUNT = 'There is no such account.';
