import path from 'node:path';
import { speaker } from '../console.ts';
import { ROOT } from '../paths.ts';
import { laySerialCable } from '../serial-cable.ts';
import { startChild } from './children.ts';
import type { CloseDown } from './close-down.ts';
import type { DemoHome } from './home.ts';

/** Starts a relay board that speaks the bytes of a real one, at the far end of a serial cable. Returns the port that the app opens. */
export async function startDoor(home: DemoHome, closeDown: CloseDown): Promise<string> {
  const cable = await laySerialCable(home.folder);
  closeDown.add(cable.cut);
  const board = startChild({
    name: 'door board',
    command: process.execPath,
    args: [path.join(ROOT, 'native/simulator/door.ts'), '--port', cable.deviceEnd, '--driver', 'lcus'],
    cwd: ROOT,
    log: path.join(home.folder, 'door.log'),
  });
  board.onLine(speaker('door'));
  closeDown.add(board.stop);
  return cable.appEnd;
}
