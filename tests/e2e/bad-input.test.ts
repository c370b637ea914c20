import { closeSync, openSync, readdirSync, readFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { SerialPort } from 'serialport';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { laySerialCable } from '../../scripts/serial-cable.ts';
import { runCentral, type RunningCentral } from './rig/central.ts';
import { doorSettings, newFolder, removeFolder, runGate, type GateOptions, type RunningGate } from './rig/gate.ts';
import { typeAsScanner } from './rig/keyboard.ts';
import { actsOf, chainOf, journalEvents } from './rig/journal.ts';

const SOON = { timeout: 20_000, interval: 100 };
const PORTAL =
  'HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 38\r\nconnection: close\r\n\r\n<html>Please accept our terms.</html>\n';

describe('bad input: a clear message, the gate goes on, nothing is lost', () => {
  let folder = '';
  let central: RunningCentral;
  let gate: RunningGate | undefined;
  const centralFolder = newFolder();

  beforeAll(async () => {
    central = await runCentral(centralFolder);
  });
  beforeEach(() => {
    folder = newFolder();
  });
  afterEach(async () => {
    await gate?.close();
    gate = undefined;
    removeFolder(folder);
  });
  afterAll(async () => {
    await central?.stop();
    removeFolder(centralFolder);
  });

  const start = async (options: Omit<GateOptions, 'folder'>): Promise<RunningGate> =>
    (gate = await runGate({ folder, ...options }));
  /** Codes work once: every gate here gets one of its own. */
  const enrolled = async () => ({ url: central.url, enrolmentCode: await central.newCode() });
  const deskSays = async (running: RunningGate, words: RegExp): Promise<void> => {
    const desk = await running.desk();
    await expect.poll(() => desk.innerText('body'), SOON).toMatch(words);
  };
  const scanGoodCard = async (running: RunningGate): Promise<void> => {
    await (await running.kiosk()).getByText('Riverside').first().waitFor();
    await typeAsScanner(running.app, 'kiosk', central.badge('good-card').text);
    await expect.poll(() => actsOf(running.home).at(-1), SOON).toMatch(/^(in|out) /);
  };

  test('settings that are no JSON are kept, said, and replaced by defaults', async () => {
    const running = await start({ settings: '{ "doors": [', central: await enrolled() });
    await scanGoodCard(running);
    await deskSays(running, /settings/i);
    const kept = readdirSync(running.home).find((name) => name.startsWith('settings.json.broken-')) ?? '';
    expect(readFileSync(path.join(running.home, kept), 'utf8')).toBe('{ "doors": [');
    expect(journalEvents(running.home).map(({ data }) => data['code'])).toContain('settings_broken');
  });

  test('a damaged journal is kept as evidence, and what can be read goes on', async () => {
    const first = await start({ central: await enrolled() });
    await scanGoodCard(first);
    await expect.poll(async () => (await central.events(first.home)).length, SOON).toBeGreaterThan(1);
    await first.close();
    const descriptor = openSync(path.join(first.home, 'journal.db'), 'r+');
    writeSync(descriptor, Buffer.alloc(100, 0x5a), 0, 100, 0);
    closeSync(descriptor);
    const second = await start({});
    await scanGoodCard(second);
    expect(readdirSync(second.home).some((name) => name.startsWith('journal.db.broken-'))).toBe(true);
    await deskSays(second, /journal|database/i);
    const known = (await central.events(second.home)).map(({ seq }) => seq);
    expect(new Set(known).size).toBe(known.length);
  });

  test('a wrong enrolment code is said in words, and another may be tried', async () => {
    const running = await start({ central: { url: central.url, enrolmentCode: 'WRONG-CODE' } });
    await deskSays(running, /code/i);
    const desk = await running.desk();
    const [address, code] = [desk.getByLabel(/address/i), desk.getByLabel(/code/i)];
    await address.fill(central.url);
    await code.fill('STILL-WRONG');
    await desk.getByRole('button', { name: /connect/i }).click();
    await deskSays(running, /not known|does not know|unknown|no such|not recognise/i);
    await code.fill(await central.newCode());
    await desk.getByRole('button', { name: /connect/i }).click();
    await expect.poll(async () => (await running.desk()).innerText('body'), SOON).toContain('Riverside');
  });

  test('a captive portal is told from central, and the day goes on offline', async () => {
    const running = await start({ central: await enrolled() });
    await scanGoodCard(running);
    central.answerWith(PORTAL);
    try {
      await deskSays(running, /offline/i);
      // Not that there is no line, but that something else answers, and that somebody must sign in to it.
      await deskSays(running, /Something else answers for central\..*sign-in page of a network/);
      const desk = await running.desk();
      await desk.locator('[data-truth="data"] button').click();
      await expect.poll(() => desk.getByRole('dialog').innerText(), SOON).toMatch(/Badges[^]*As of[^]*counts as old/);
      await desk.keyboard.press('Escape');
      const before = journalEvents(running.home).length;
      await typeAsScanner(running.app, 'kiosk', central.badge('good').text);
      await expect.poll(() => journalEvents(running.home).length, SOON).toBeGreaterThan(before);
    } finally {
      central.answerWith(undefined);
    }
    const all = journalEvents(running.home).length;
    await expect
      .poll(async () => (await central.events(running.home)).length, { ...SOON, timeout: 90_000 })
      .toBeGreaterThanOrEqual(all);
    expect(chainOf(running.home).faults).toEqual([]);
  });

  test('no camera: the kiosk asks for the scanner, the desk says what to do', async () => {
    const running = await start({ central: await enrolled() });
    await scanGoodCard(running);
    await deskSays(running, /camera/i);
    await expect.poll(async () => (await running.kiosk()).innerText('body'), SOON).toMatch(/scanner/i);
  });

  test('a door whose port is not there: people are decided, the fault is on record', async () => {
    const running = await start({ settings: doorSettings('/dev/not-there'), central: await enrolled() });
    await scanGoodCard(running);
    const codes = () => journalEvents(running.home).map(({ data }) => data['code']);
    await expect.poll(codes, SOON).toContain('port_missing');
    await deskSays(running, /Main door/);
  });

  test('a port that another program holds is said, and used when it is free', async () => {
    const cable = await laySerialCable(folder);
    const other = new SerialPort({ path: cable.appEnd, baudRate: 9600 });
    await new Promise((resolve) => other.once('open', resolve));
    const scanners = [{ id: 'serial-1', kind: 'serial', path: cable.appEnd, laneId: 'lane-1' }];
    const running = await start({ settings: { scanners }, central: await enrolled() });
    const codesOf = (type: string) => () =>
      journalEvents(running.home)
        .filter((event) => event.type === type)
        .map(({ data }) => data['code']);
    await expect.poll(codesOf('device.fault'), SOON).toContain('port_busy');
    other.close();
    await expect.poll(codesOf('device.recovered'), SOON).toContain('port_busy');
    await cable.cut();
  });
});
