import { PROTOCOL_HEADER } from '../../core/sync/wire.ts';
import type { Central } from '../central.ts';
import { refuse } from './problems.ts';
import type { App } from './server.ts';

/** Gates speak to these; administration and pages have no version of their own. */
const GATES_CALLS = /^\/v1\/(?!admin\/)/;

/** Answers 426 to gates whose protocol this central no longer takes; one that does not say its version speaks the first. */
export function refuseOldVersions(app: App, central: Central): void {
  const { lowestProtocol = 1 } = central;
  app.addHook('onRequest', async (request, reply) => {
    const said = request.headers[PROTOCOL_HEADER];
    const version = typeof said === 'string' && /^\d{1,4}$/.test(said) ? Number(said) : 1;
    if (version >= lowestProtocol || !GATES_CALLS.test(request.url)) return;
    void reply.header(PROTOCOL_HEADER, lowestProtocol);
    await reply.serializer(JSON.stringify).send(refuse(reply, 'version_too_old', central.now()));
  });
}
