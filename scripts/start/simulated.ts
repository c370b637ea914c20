import { createInterface } from 'node:readline';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { speaker } from '../console.ts';
import { ROOT } from '../paths.ts';
import { laySerialCable, type SerialCable } from '../serial-cable.ts';
import { CONTACT, HELP, orderOf, type Order } from '../simulate/orders.ts';
import { listenForOrders } from '../simulate/wire.ts';
import { startChild, type Child } from './children.ts';
import type { CloseDown } from './close-down.ts';
import type { DemoHome } from './home.ts';

type Which = 'door' | 'scanner';
const badgesSchema = z.array(z.looseObject({ key: z.string(), text: z.string() }));

/** How long somebody takes to push the door, and to have passed. */
const PUSH_MS = 500;
const PASS_MS = 1500;

/** The ports that the app opens. */
export interface Simulated {
  readonly doorPort: string;
  readonly scannerPort: string;
}

/**
 * A relay board and a scanner that speak the bytes of real ones, each at the far end of a serial cable; and the ways to play
 * with them: lines typed at this console, and those of npm run simulate.
 */
export async function startSimulated(home: DemoHome, centralUrl: string, closeDown: CloseDown): Promise<Simulated> {
  const folders: Readonly<Record<Which, string>> = { door: home.folder, scanner: path.join(home.folder, 'scanner') };
  mkdirSync(folders.scanner, { recursive: true });
  const cables: Record<Which, SerialCable> = {
    door: await laySerialCable(folders.door),
    scanner: await laySerialCable(folders.scanner),
  };
  for (const which of ['door', 'scanner'] as const) closeDown.add(() => cables[which].cut());
  const start = (which: Which, more: readonly string[]): Child => {
    const child = startChild({
      name: `simulated ${which}`,
      command: process.execPath,
      args: [path.join(ROOT, `native/simulator/${which}.ts`), '--port', cables[which].deviceEnd, ...more],
      cwd: ROOT,
      log: path.join(home.folder, `${which}.log`),
      listens: true,
    });
    child.onLine(speaker(which));
    closeDown.add(child.stop);
    return child;
  };
  const children: Readonly<Record<Which, Child>> = {
    door: start('door', ['--driver', 'modbus-rtu']),
    scanner: start('scanner', []),
  };

  let walk = true;
  children.door.onLine((line) => {
    if (!walk || !line.endsWith('relay 1 ON')) return;
    setTimeout(() => children.door.say(`input ${CONTACT} on`), PUSH_MS);
    setTimeout(() => children.door.say(`input ${CONTACT} off`), PUSH_MS + PASS_MS);
  });
  const perform = async (order: Order): Promise<string> => {
    switch (order.to) {
      case 'help':
        return HELP;
      case 'people':
        walk = order.walk;
        return walk ? 'Somebody walks through at every release.' : 'Nobody walks through any more.';
      case 'hand': {
        const badges = badgesSchema.parse(await (await fetch(new URL('/demo/badges.json', centralUrl))).json());
        const badge = badges.find(({ key }) => key === order.badge);
        if (!badge) return `There is no such badge. There are: ${badges.map(({ key }) => key).join(', ')}`;
        children.scanner.say(badge.text);
        return `Shown: ${badge.key}`;
      }
      case 'cable':
        await cables[order.of].cut();
        if (order.plugged) cables[order.of] = await laySerialCable(folders[order.of]);
        return `The ${order.of}’s cable is ${order.plugged ? 'plugged in' : 'pulled'}.`;
      default:
        for (const line of order.lines) children[order.to].say(line);
        return `Told the ${order.to}: ${order.lines.join('; ')}`;
    }
  };
  const run = (line: string): Promise<string> => perform(orderOf(line)).catch((fault: unknown) => String(fault));
  closeDown.add(await listenForOrders(home.folder, run));
  if (process.stdin.isTTY) {
    const typed = createInterface({ input: process.stdin });
    typed.on('line', (line) => void (line.trim() && run(line).then(speaker('simulate'))));
    typed.on('SIGINT', () => process.kill(process.pid, 'SIGINT'));
    closeDown.add(() => typed.close());
  }
  return { doorPort: cables.door.appEnd, scannerPort: cables.scanner.appEnd };
}
