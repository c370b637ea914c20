import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ADMIN_TOKEN, call, eventsAt, TestDevice, temporaryFolder, type RunningCentral } from './running-central.ts';

function start(...args: readonly string[]): ChildProcess {
  const child = spawn(process.execPath, ['central/index.ts', ...args], {
    cwd: new URL('../..', import.meta.url),
    env: { ...process.env, GATEHOUSE_CENTRAL_ADMIN_TOKEN: ADMIN_TOKEN },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

async function firstLine(child: ChildProcess): Promise<{ listening: string; enrolmentCode?: string }> {
  if (!child.stdout) throw new Error('no stdout');
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  return JSON.parse(line);
}

async function enrolAt(listening: string, enrolmentCode: string | undefined): Promise<TestDevice> {
  const json = { enrolmentCode, name: 'PC', platform: 'linux', appVersion: '0' };
  const { body } = await call({ url: listening }, '/v1/devices/enrol', { json });
  return new TestDevice({ url: listening, clock: { nowMs: Date.now() } } as RunningCentral, body as never);
}

describe('the entry', () => {
  test('says in one line where it listens and with which code to enrol, and stops when asked', async () => {
    const child = start('--port', '0', '--data', await temporaryFolder(), '--demo');
    const { listening, enrolmentCode } = await firstLine(child);
    expect(listening).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const device = await enrolAt(listening, enrolmentCode);
    expect((await device.pull()).changes.length).toBeGreaterThan(100);
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  test('keeps what it has acknowledged when it is killed', async () => {
    const directory = await temporaryFolder();
    const first = start('--port', '0', '--data', directory, '--demo');
    const { listening, enrolmentCode } = await firstLine(first);
    const device = await enrolAt(listening, enrolmentCode);
    const events = Array.from({ length: 20 }, () => device.event('device.stopped', { reason: 'test' }));
    await device.push(...events);
    first.kill('SIGKILL');
    await once(first, 'exit');
    const second = await firstLine(start('--port', '0', '--data', directory, '--demo'));
    const kept = await eventsAt({ url: second.listening } as RunningCentral, device.deviceId);
    expect(kept.map(({ id }) => id)).toEqual(events.map(({ id }) => id));
  });

  test('without --demo there is no code to enrol with', async () => {
    expect(await firstLine(start('--port', '0', '--data', await temporaryFolder()))).not.toHaveProperty(
      'enrolmentCode',
    );
  });

  test.each([[[]], [['--data', 'x', '--port', '70000']], [['--data', 'x', '--colour']]])(
    '%j is answered with how to use it',
    async (args) => {
      const child = start(...args);
      let said = '';
      child.stderr?.on('data', (chunk) => (said += chunk));
      const [code] = await once(child, 'close');
      expect(code).toBe(2);
      expect(said).toContain('--data <folder>');
    },
  );
});
