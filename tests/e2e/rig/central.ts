import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { readFile } from 'node:fs/promises';
import net from 'node:net';
import path from 'node:path';
import { z } from 'zod';
import { GATES } from '../../../central/demo/site.ts';
import { ROOT } from '../../../scripts/paths.ts';

const ADMIN_TOKEN = 'admin-token-of-the-tests';
const readySchema = z.object({ listening: z.string(), enrolmentCode: z.string() });
const badgesSchema = z.array(z.object({ key: z.string(), name: z.string(), text: z.string(), expected: z.string() }));
const eventsSchema = z.object({
  events: z.array(z.looseObject({ id: z.string(), seq: z.number(), type: z.string(), status: z.string() })),
});

export type DemoBadge = z.infer<typeof badgesSchema>[number];
export type CentralEvent = z.infer<typeof eventsSchema>['events'][number];

/** The reference central with the demo site, in a process of its own, behind a line that can be cut. */
export interface RunningCentral {
  /** Where the gate calls: through the line. */
  readonly url: string;
  readonly enrolmentCode: string;
  /** Another code: for the same gate, or for another of the demo's. */
  readonly newCode: (gateIndex?: number) => Promise<string>;
  readonly badge: (key: string) => DemoBadge;
  /** Everything that central has from the gate whose state lies in `home`, in the gate's order. */
  readonly events: (home: string) => Promise<CentralEvent[]>;
  /** What an operator does: past the line, which may be cut. */
  readonly admin: (where: string, body: object) => Promise<unknown>;
  readonly cut: () => void;
  readonly heal: () => Promise<void>;
  /** What the line answers instead of central, a captive portal for instance; undefined: central itself. */
  readonly answerWith: (http: string | undefined) => void;
  readonly stop: () => Promise<void>;
}

/** @param env beside this process's own, for instance where mail goes */
/** @param more further options of central's */
export async function runCentral(
  folder: string,
  env: Record<string, string> = {},
  more: readonly string[] = [],
): Promise<RunningCentral> {
  const child = spawn(
    process.execPath,
    ['central/index.ts', '--demo', '--port', '0', '--data', path.join(folder, 'central'), ...more],
    {
      cwd: ROOT,
      env: { ...process.env, ...env, GATEHOUSE_CENTRAL_ADMIN_TOKEN: ADMIN_TOKEN, GATEHOUSE_LOG_LEVEL: 'error' },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const ready = await firstLine(child);
  const line = await layLine(Number(new URL(ready.listening).port));
  const ask = async (where: string, body?: object): Promise<unknown> => {
    const headers = { authorization: `Bearer ${ADMIN_TOKEN}`, ...(body ? { 'content-type': 'application/json' } : {}) };
    const request = body ? { method: 'POST', headers, body: JSON.stringify(body) } : { headers };
    const answer = await fetch(new URL(where, ready.listening), request);
    if (!answer.ok) throw new Error(`${where}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
  const badges = new Map(badgesSchema.parse(await ask('/demo/badges.json')).map((badge) => [badge.key, badge]));
  return {
    url: line.url,
    enrolmentCode: ready.enrolmentCode,
    async newCode(gateIndex = 0) {
      const answer = await ask('/v1/admin/enrolment-codes', { gateId: GATES[gateIndex]?.id });
      return z.object({ enrolmentCode: z.string() }).parse(answer).enrolmentCode;
    },
    badge(key) {
      const badge = badges.get(key);
      if (!badge) throw new Error(`the demo has no badge ${key}`);
      return badge;
    },
    async events(home) {
      const file = await readFile(path.join(home, 'identity.json'), 'utf8');
      const { deviceId } = z.object({ deviceId: z.string() }).parse(JSON.parse(file));
      const all: CentralEvent[] = [];
      for (;;) {
        const page = eventsSchema.parse(
          await ask(`/v1/admin/events?deviceId=${deviceId}&afterSeq=${all.at(-1)?.seq ?? 0}`),
        );
        if (page.events.length === 0) return all;
        all.push(...page.events);
      }
    },
    admin: (where, body) => ask(`/v1/admin/${where}`, body),
    cut: line.cut,
    heal: line.heal,
    answerWith: line.answerWith,
    async stop() {
      line.cut();
      child.kill();
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    },
  };
}

async function firstLine(child: ChildProcess): Promise<z.infer<typeof readySchema>> {
  if (!child.stdout) throw new Error('central has no stdout');
  for await (const line of createInterface({ input: child.stdout })) return readySchema.parse(JSON.parse(line));
  throw new Error('central ended before it was ready');
}

/** A TCP line to a port on this machine: cut, it refuses and resets; healed, it listens at the same address again. */
async function layLine(targetPort: number) {
  const sockets = new Set<net.Socket>();
  let instead: string | undefined;
  const server = net.createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    if (instead !== undefined) {
      const answer = instead;
      socket.once('data', () => socket.end(answer));
      return;
    }
    const target = net.connect(targetPort, '127.0.0.1');
    sockets.add(target);
    target.on('error', () => socket.destroy()).on('close', () => sockets.delete(target));
    socket.on('close', () => target.destroy());
    socket.pipe(target).pipe(socket);
  });
  const listen = async (port: number): Promise<void> => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  };
  await listen(0);
  const { port } = server.address() as net.AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    cut() {
      server.close();
      for (const socket of sockets) socket.resetAndDestroy();
    },
    heal: () => listen(port),
    answerWith(http: string | undefined) {
      instead = http;
      for (const socket of sockets) socket.resetAndDestroy();
    },
  };
}
