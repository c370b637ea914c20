import {
  enrolAnswerSchema,
  enrolRequestSchema,
  peerKeyAnswerSchema,
  peerKeyRequestSchema,
  rotateAnswerSchema,
  type EnrolAnswer,
  type PeerKeyAnswer,
  type RotateAnswer,
} from '../../core/sync/wire.ts';
import { audit } from '../audit/audit.ts';
import { isoOf, type Central } from '../central.ts';
import { enrol, rotate } from '../devices/enrolment.ts';
import { publishPeerKey } from '../devices/peer-key.ts';
import { deviceOf } from '../http/device-of.ts';
import { windowLimit } from '../http/limit.ts';
import { problemAnswers, refuse } from '../http/problems.ts';
import type { App } from '../http/server.ts';

const WRONG_CODES_PER_MINUTE = 10;

export function deviceRoutes(app: App, central: Central): void {
  const guesses = windowLimit(WRONG_CODES_PER_MINUTE, 60_000, central.now);

  app.post(
    '/v1/devices/enrol',
    {
      schema: {
        summary: 'Enrol a device with a one-use code',
        body: enrolRequestSchema,
        response: { 201: enrolAnswerSchema, ...problemAnswers },
      },
    },
    async (request, reply) => {
      const nowMs = central.now();
      if (guesses.spent(request.ip)) return refuse(reply.header('retry-after', '60'), 'slow_down', nowMs);
      const enrolled = await enrol(central, request.body);
      if (!enrolled.ok) {
        guesses.count(request.ip);
        await audit(central, { actor: 'unknown', action: 'device_enrolled', outcome: enrolled.fault });
        return refuse(reply, enrolled.fault, nowMs);
      }
      const { device, deviceToken } = enrolled.value;
      const { id: deviceId, gateId, locationId } = device;
      return reply
        .code(201)
        .send({ deviceId, deviceToken, gateId, locationId, serverTime: isoOf(nowMs) } satisfies EnrolAnswer);
    },
  );

  app.post(
    '/v1/devices/rotate',
    {
      schema: {
        summary: 'A new token; the old one works for 24 h more or until the new one is used',
        security: [{ device: [] }],
        response: { 200: rotateAnswerSchema, ...problemAnswers },
      },
    },
    async (request, reply) => {
      // A gate whose new token never arrived, and that was offline since, would otherwise be locked out for good.
      const device = await deviceOf(central, request, 'ended_too');
      if (!device.ok) return refuse(reply, device.fault, central.now());
      const deviceToken = await rotate(central, device.value);
      return reply.send({ deviceToken, serverTime: isoOf(central.now()) } satisfies RotateAnswer);
    },
  );

  app.put(
    '/v1/devices/peer-key',
    {
      schema: {
        summary: 'The key by which the other gates of the place know this device while central is away',
        security: [{ device: [] }],
        body: peerKeyRequestSchema,
        response: { 200: peerKeyAnswerSchema, ...problemAnswers },
      },
    },
    async (request, reply) => {
      const device = await deviceOf(central, request);
      if (!device.ok) return refuse(reply, device.fault, central.now());
      await publishPeerKey(central, device.value, request.body.publicKey);
      return reply.send({ serverTime: isoOf(central.now()) } satisfies PeerKeyAnswer);
    },
  );
}
