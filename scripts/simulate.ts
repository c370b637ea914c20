/** npm run simulate -- <what>: plays with the door and the scanner of the demo that npm start runs. */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Advice, runScript } from './console.ts';
import { ROOT } from './paths.ts';
import { HELP } from './simulate/orders.ts';
import { sendOrder } from './simulate/wire.ts';

await runScript(async () => {
  const { values, positionals } = parseArgs({
    options: { home: { type: 'string', default: path.join(ROOT, '.gatehouse/demo') } },
    allowPositionals: true,
  });
  if (positionals.length === 0) return console.log(`npm run simulate -- [--home <folder>] <what>\n\n${HELP}`);
  const answer = await sendOrder(path.resolve(values.home), positionals.join(' ')).catch(() => {
    throw new Advice(`No demo runs in ${values.home}. Start one first: npm start`);
  });
  console.log(answer);
});
