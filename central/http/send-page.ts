import type { FastifyReply } from 'fastify';
import { createHash } from 'node:crypto';
import { contentSecurityPolicy, pageMarkup, type Page } from '../pages/html.ts';

/** A page that is kept by nobody on the way and by no other site's frame. */
export function sendPage(reply: Pick<FastifyReply, 'headers'>, page: Page): FastifyReply {
  const styleHash = createHash('sha256').update(page.style).digest('base64');
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': contentSecurityPolicy(styleHash),
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  };
  return reply.headers(headers).send(pageMarkup(page));
}
