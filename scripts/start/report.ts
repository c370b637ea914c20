import path from 'node:path';
import type { Display } from '../display.ts';
import type { ElectronRuntime } from '../runtime/layout.ts';
import type { Central } from './central.ts';
import type { DemoHome } from './home.ts';

/** Where to look and how to end it. */
export function report(electron: ElectronRuntime, display: Display, central: Central, home: DemoHome): void {
  const lines: readonly (readonly [string, string])[] = [
    ['badges', `${central.url}/demo (open it in a browser or on a phone; hold one before the camera)`],
    ['central', central.url],
    [
      'windows',
      display.virtual
        ? `there is no display: pictures of them, every few seconds, in ${home.screens}`
        : 'on your screen',
    ],
    ['runtime', `Electron ${electron.version}${electron.releasable ? '' : ', older than the product is built for'}`],
    ['journal', path.join(home.gate, 'journal.db')],
    ['logs', `${home.appLog}, ${home.centralLog}`],
    ['play', 'type "scan good", "cut door", "fire" … here, or npm run simulate -- <what>; without <what> it lists all'],
    ['stop', 'Ctrl-C; the next npm start goes on with the same journal, npm start -- --fresh begins anew'],
  ];
  console.log(`\nGatehouse is running.\n${lines.map(([what, where]) => `  ${what.padEnd(9)}${where}`).join('\n')}\n`);
}
