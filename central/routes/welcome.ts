import { z } from 'zod';
import type { Central } from '../central.ts';
import { sendPage } from '../http/send-page.ts';
import type { App } from '../http/server.ts';
import { linkEndedPage, passwordFault, welcomedPage, welcomePage } from '../pages/welcome-page.ts';
import { acceptInvitation, invited } from '../users/invitations.ts';

const params = z.object({ userId: z.string().min(1).max(64), secret: z.string().regex(/^[\w-]{43}$/) });
const FORM = 'application/x-www-form-urlencoded';
const MOST_BYTES = 4096;

/** C5, E5: where somebody who was invited chooses a password. Looking at the page does not spend the link: mail programs look ahead. */
export function welcomeRoutes(app: App, central: Central): void {
  void app.register(async (welcome) => routes(welcome as App, central));
}

function routes(app: App, central: Central): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(FORM, { parseAs: 'string' }, (_request, body, done) =>
    done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  );
  const look = (link: z.infer<typeof params>) => central.store.read((rows) => invited(rows, link, central));

  app.get('/welcome/:userId/:secret', { schema: { hide: true, params } }, async (request, reply) => {
    const user = await look(request.params);
    if (!user) return sendPage(reply.code(410), linkEndedPage());
    return sendPage(reply, welcomePage(user.name, user.email ?? '', request.url));
  });

  app.post(
    '/welcome/:userId/:secret',
    {
      bodyLimit: MOST_BYTES,
      schema: { hide: true, params, body: z.object({ password: z.string(), again: z.string() }) },
    },
    async (request, reply) => {
      const { password, again } = request.body;
      const user = await look(request.params);
      if (!user) return sendPage(reply.code(410), linkEndedPage());
      const fault = passwordFault(password, again);
      if (fault) return sendPage(reply.code(422), welcomePage(user.name, user.email ?? '', request.url, fault));
      const done = await acceptInvitation(central, request.params, password);
      return done ? sendPage(reply, welcomedPage(user.email ?? '')) : sendPage(reply.code(410), linkEndedPage());
    },
  );
}
