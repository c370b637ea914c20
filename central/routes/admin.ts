import { z } from 'zod';
import { auditAdminCalls, auditWrongTokens } from '../audit/admin-calls.ts';
import { isoOf, type Central } from '../central.ts';
import { createEnrolmentCode, revokeDevice } from '../devices/enrolment.ts';
import { isAdmin } from '../http/device-of.ts';
import { problemAnswers, refuse, type ProblemCode } from '../http/problems.ts';
import type { App } from '../http/server.ts';
import { adminOrderRoutes } from './admin-orders.ts';
import { adminPeopleRoutes } from './admin-people.ts';
import { adminUserRoutes } from './admin-users.ts';
import { revokeBadge } from '../badges/issue.ts';
import { checkInRemotely } from '../sync/remote-check-in.ts';
import type { Quarantined, StoredEvent } from '../store/store.ts';

const time = z.iso.datetime({ precision: 3 });
const codeAnswerSchema = z.object({
  enrolmentCode: z.string(),
  gateId: z.string(),
  locationId: z.string(),
  serverTime: time,
});
const eventsListSchema = z.object({
  events: z.array(z.looseObject({ status: z.string(), receivedAt: time })),
  serverTime: time,
});
const rejectedListSchema = z.object({
  rejected: z.array(z.looseObject({ id: z.string(), receivedAt: time })),
  serverTime: time,
});
const doneSchema = z.object({ serverTime: time });
const id = z.string().min(1).max(64);
const deviceQuerySchema = z.object({
  deviceId: id,
  afterSeq: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(5000).default(5000),
});

/** For an operator and for tests: little, and off unless the entry file was given a token. Answers are not part of the gate's API. */
export function adminRoutes(app: App, central: Central): void {
  void app.register(async (admin) => {
    const wrongToken = auditWrongTokens(central);
    admin.addHook('onRequest', async (request, reply) => {
      const fault = adminFault(isAdmin(central, request));
      if (fault === 'token_unknown') await wrongToken(request.ip);
      if (fault) return reply.send(refuse(reply, fault, central.now()));
    });
    auditAdminCalls(admin as App, central);
    routes(admin as App, central);
    adminUserRoutes(admin as App, central);
    adminOrderRoutes(admin as App, central);
    adminPeopleRoutes(admin as App, central);
  });
}

function adminFault(admin: boolean | undefined): ProblemCode | undefined {
  if (admin === undefined) return 'admin_off';
  return admin ? undefined : 'token_unknown';
}

function routes(app: App, central: Central): void {
  const security = [{ admin: [] }];

  app.post(
    '/v1/admin/enrolment-codes',
    {
      schema: {
        summary: 'A new enrolment code for a gate',
        security,
        body: z.object({ gateId: id, hours: z.number().positive().max(168).optional() }),
        response: { 201: codeAnswerSchema, ...problemAnswers },
      },
    },
    async (request, reply) => {
      const gate = await central.store.read((rows) => rows.records.get('gate', request.body.gateId));
      if (!gate) return refuse(reply, 'not_found', central.now(), 'There is no such gate.');
      const locationId = String(gate.data['locationId']);
      const enrolmentCode = await createEnrolmentCode(central, { id: gate.id, locationId }, request.body.hours);
      return reply.code(201).send({ enrolmentCode, gateId: gate.id, locationId, serverTime: isoOf(central.now()) });
    },
  );

  app.get(
    '/v1/admin/events',
    {
      schema: {
        summary: 'Events of a device in the order of its journal',
        security,
        querystring: deviceQuerySchema,
        response: { 200: eventsListSchema, ...problemAnswers },
      },
    },
    async (request) => {
      const { deviceId, afterSeq, limit } = request.query;
      const events = await central.store.read((rows) => rows.events.ofDevice(deviceId, afterSeq, limit));
      return { events: events.map(shownEvent), serverTime: isoOf(central.now()) };
    },
  );

  app.get(
    '/v1/admin/quarantine',
    {
      schema: {
        summary: 'What a device sent and central could not take',
        security,
        querystring: deviceQuerySchema,
        response: { 200: rejectedListSchema, ...problemAnswers },
      },
    },
    async (request) => {
      const rejected = await central.store.read((rows) => rows.events.quarantine(request.query.deviceId));
      return { rejected: rejected.map(shownRejected), serverTime: isoOf(central.now()) };
    },
  );

  app.post(
    '/v1/admin/badges/:id/revoke',
    {
      schema: {
        summary: 'Revoke a badge',
        security,
        params: z.object({ id }),
        response: { 200: doneSchema, ...problemAnswers },
      },
    },
    async (request, reply) => {
      const revoked = await revokeBadge(central, request.params.id);
      return revoked
        ? { serverTime: isoOf(central.now()) }
        : refuse(reply, 'not_found', central.now(), 'There is no such badge.');
    },
  );

  app.post(
    '/v1/admin/remote-check-ins',
    {
      schema: {
        summary: 'A worker checks in to a work order from a phone (D8)',
        security,
        body: z.object({ workerId: id, workOrderId: id }),
        response: { 201: z.object({ id, serverTime: time }), ...problemAnswers },
      },
    },
    async (request, reply) => {
      const made = await central.store.write((rows) => checkInRemotely(central, rows, request.body));
      return made === undefined
        ? refuse(reply, 'not_found', central.now(), 'This worker is not assigned to that work order.')
        : reply.code(201).send({ id: made, serverTime: isoOf(central.now()) });
    },
  );

  app.post(
    '/v1/admin/devices/:id/revoke',
    {
      schema: {
        summary: 'Revoke a device',
        security,
        params: z.object({ id }),
        response: { 200: doneSchema, ...problemAnswers },
      },
    },
    async (request, reply) => {
      const revoked = await revokeDevice(central, request.params.id);
      return revoked
        ? { serverTime: isoOf(central.now()) }
        : refuse(reply, 'not_found', central.now(), 'There is no such device.');
    },
  );
}

const shownEvent = ({ status, code, receivedAtMs, correctedAtMs, body }: StoredEvent) => ({
  ...(JSON.parse(body) as Record<string, unknown>),
  status,
  ...(code === null ? {} : { code }),
  receivedAt: isoOf(receivedAtMs),
  correctedAt: isoOf(correctedAtMs),
});

const shownRejected = ({ result, receivedAtMs, body }: Quarantined) => ({
  ...result,
  receivedAt: isoOf(receivedAtMs),
  sent: JSON.parse(body) as unknown,
});
