import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Advice } from '../console.ts';

/** The demo's folders. Kept between starts, so that the journal goes on where it ended. */
export interface DemoHome {
  readonly folder: string;
  /** The app's GATEHOUSE_HOME. */
  readonly gate: string;
  readonly central: string;
  readonly screens: string;
  readonly cameraFile: string;
  readonly appLog: string;
  readonly centralLog: string;
  readonly notes: string;
}

const MARK = 'gate';

export function openHome(folder: string, fresh: boolean): DemoHome {
  if (fresh) empty(folder);
  const inside = (name: string): string => path.join(folder, name);
  const home: DemoHome = {
    folder,
    gate: inside(MARK),
    central: inside('central'),
    screens: inside('screens'),
    cameraFile: inside('camera.mjpeg'),
    appLog: inside('app.log'),
    centralLog: inside('central.log'),
    notes: inside('start.json'),
  };
  for (const place of [home.gate, home.central, home.screens]) mkdirSync(place, { recursive: true });
  return home;
}

/** Empties a demo's folder, and no other: a mistyped --home must not cost anybody their files. */
function empty(folder: string): void {
  if (!existsSync(folder) || readdirSync(folder).length === 0) return;
  if (!existsSync(path.join(folder, MARK))) {
    throw new Advice(
      `${folder} holds other things than a demo, so it was not emptied. Choose another folder with --home.`,
    );
  }
  rmSync(folder, { recursive: true });
}
