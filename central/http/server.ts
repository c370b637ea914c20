import compress from '@fastify/compress';
import swagger from '@fastify/swagger';
import Fastify, { LogController, type FastifyBaseLogger, type FastifyInstance, type RawServerDefault } from 'fastify';
import {
  jsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod';
import type { ZodType } from 'zod';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Central } from '../central.ts';
import { adminRoutes } from '../routes/admin.ts';
import { badgeRoutes } from '../routes/badges.ts';
import { blobRoutes } from '../routes/blobs.ts';
import { demoRoutes } from '../routes/demo.ts';
import { deviceRoutes } from '../routes/devices.ts';
import { welcomeRoutes } from '../routes/welcome.ts';
import { limitLoad } from '../operations/load.ts';
import { operatorRoutes } from '../routes/operator.ts';
import { operationRoutes } from '../routes/operations.ts';
import { syncRoutes } from '../routes/sync.ts';
import { streamRoutes } from '../routes/stream.ts';
import { PACKING } from './packing.ts';
import { completeDocument } from './openapi.ts';
import { refuse, type ProblemCode } from './problems.ts';
import { refuseOldVersions } from './versions.ts';

export type App = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>;

/** A push of 500 events is about 400 KiB; this bounds a body after inflation too. */
export const MAX_BODY_BYTES = 4 * 1024 * 1024;

/** Central as an HTTP server that doesn't listen yet. `log` gets one JSON line per entry, without addresses, tokens or names. */
export async function buildServer(
  central: Central,
  log?: { readonly level: string; readonly stream: NodeJS.WritableStream },
): Promise<App> {
  const app = Fastify({
    logger: log ?? false,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: MAX_BODY_BYTES,
    requestTimeout: 60_000,
    // One event with such a field must not hold up the others of its push: without the field it has another hash, and is set aside.
    onProtoPoisoning: 'remove',
    onConstructorPoisoning: 'remove',
    routerOptions: { maxParamLength: 200 },
    forceCloseConnections: true,
  }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  answerProblems(app, central);
  app.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions } = request;
    const labels = { method, route: routeOptions.url ?? 'none', status: reply.statusCode };
    central.metrics.answers.observe(labels, reply.elapsedTime / 1000);
    app.log.info({ ...labels, ms: Math.round(reply.elapsedTime) }, 'answered');
  });
  await limitLoad(app, central);
  refuseOldVersions(app, central);
  await app.register(compress, PACKING);
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Gatehouse central',
        version: '1',
        description: 'What a gate is enrolled at, pulls from and pushes to.',
      },
      components: {
        securitySchemes: { device: { type: 'http', scheme: 'bearer' }, admin: { type: 'http', scheme: 'bearer' } },
      },
    },
    transform: documented,
  });
  await app.register(async (routes) => {
    const typed = routes.withTypeProvider<ZodTypeProvider>();
    deviceRoutes(typed, central);
    syncRoutes(typed, central);
    streamRoutes(typed, central);
    badgeRoutes(typed, central);
    blobRoutes(typed, central);
    welcomeRoutes(typed, central);
    adminRoutes(typed, central);
    if (central.demo) demoRoutes(typed, central);
    operationRoutes(typed, central);
    operatorRoutes(typed, central);
    typed.get('/openapi.json', { schema: { hide: true } }, async () => {
      const document = app.swagger();
      completeDocument(document as Parameters<typeof completeDocument>[0]);
      return document;
    });
  });
  return app;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What the OpenAPI document says of a body that the route itself checks bit by bit. */
    bodyDocs?: ZodType;
  }
}

const documented: typeof jsonSchemaTransform = (document) => {
  const body = document.route.config?.bodyDocs;
  return jsonSchemaTransform(body ? { ...document, schema: { ...document.schema, body } } : document);
};

/** One form for all that goes wrong, whoever noticed it. */
function answerProblems(app: App, central: Central): void {
  app.setNotFoundHandler(async (_request, reply) => refuse(reply, 'not_found', central.now()));
  app.setErrorHandler((error: { statusCode?: number; validation?: unknown; message?: string }, _request, reply) => {
    const code = codeOf(error);
    if (code === 'internal') app.log.error({ error }, 'a bug or a broken store');
    const detail = code === 'malformed' ? error.message?.slice(0, 500) : undefined;
    return reply.serializer(JSON.stringify).send(refuse(reply, code, central.now(), detail));
  });
}

function codeOf(error: { statusCode?: number; validation?: unknown }): ProblemCode {
  if (error.validation) return 'malformed';
  switch (error.statusCode) {
    case 413:
      return 'too_large';
    case 415:
      return 'media_type';
    case 429:
      return 'too_many_requests';
    default:
      return error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500
        ? 'malformed'
        : 'internal';
  }
}
