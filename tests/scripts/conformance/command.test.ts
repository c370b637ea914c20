import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { MAIN_GATE, RIVERSIDE } from '../../../central/demo/site.ts';
import { createEnrolmentCode } from '../../../central/devices/enrolment.ts';
import { ROOT } from '../../../scripts/paths.ts';
import { startCentral } from '../../central/running-central.ts';

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}
/** The script as npm starts it. */
const conformance = (...args: string[]): Promise<Ended> =>
  new Promise((resolve) => {
    execFile(process.execPath, ['scripts/conformance.ts', ...args], { cwd: ROOT }, (fault, out, error) => {
      resolve({ code: fault ? Number(fault.code) : 0, out, error });
    });
  });

/** A web server that knows nothing of the protocol. */
async function anyServer(): Promise<string> {
  const server = createServer((_request, response) => response.writeHead(404).end('<html>not here</html>'));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test('ends with 0 when every rule is kept, and tells each in a sentence', async () => {
  const { url, central } = await startCentral({ streamCommentMs: 20, admin: false });
  const code = await createEnrolmentCode(central, { id: MAIN_GATE, locationId: RIVERSIDE });
  const ended = await conformance(url, '--code', code);
  expect([ended.code, ended.error]).toEqual([0, '']);
  expect(ended.out).toMatch(/^kept {7}\[Devices\] .*\.\n/);
  expect(ended.out).toMatch(/\n\d+ rules kept, 0 not kept, 2 not tried\.\n$/);
});

test('ends with 1 when a rule is not kept, and tells what was seen instead', async () => {
  const ended = await conformance(await anyServer(), '--code', 'ANY');
  expect(ended.code).toBe(1);
  expect(ended.out).toMatch(/NOT KEPT .*\n +answered 404, not 201\n/);
});

test('the report as JSON says the same', async () => {
  const base = await anyServer();
  const ended = await conformance(base, '--code', 'ANY', '--json');
  expect(ended.code).toBe(1);
  expect(JSON.parse(ended.out)).toMatchObject({ base, kept: false, checks: expect.any(Array) });
});

test.each([
  ['nothing at all', [], /npm run conformance -- <base URL> --code/],
  ['no address', ['nowhere', '--code', 'A'], /"nowhere" is no address/],
  ['no code', ['http://127.0.0.1:1'], /Give --code or --admin-token/],
  ['an option that there is not', ['--gate', '--colour'], /colour/],
])('ends with 2 for %s, and says how it is used', async (_name, args, says) => {
  const ended = await conformance(...args);
  expect([ended.code, ended.out]).toEqual([2, '']);
  expect(ended.error).toMatch(says);
});

test('--help tells both ways round and ends with 0', async () => {
  const ended = await conformance('--help');
  expect([ended.code, ended.error]).toEqual([0, '']);
  expect(ended.out).toMatch(/--code <code>[^]*--gate and no base URL/);
});
