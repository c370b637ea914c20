import { parseArgs } from 'node:util';
import path from 'node:path';
import { Advice } from '../console.ts';
import { ROOT } from '../paths.ts';

export const USAGE = `npm start [-- <options>]

  --camera <what>  a picture (.png, .jpg), a video file, "demo" (the demo site's badges, one after the other) or "none";
                   without it: the PC's own camera, or "demo" where there is none
  --home <folder>  where the demo keeps everything (default .gatehouse/demo)
  --fresh          empty that folder first (--reset is the same)
  --help           these lines`;

export interface StartOptions {
  readonly camera: string | undefined;
  readonly home: string;
  readonly fresh: boolean;
  readonly help: boolean;
}

/** @throws Advice with the usage for an option that does not exist. */
export function readOptions(args: readonly string[]): StartOptions {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        camera: { type: 'string' },
        home: { type: 'string', default: path.join(ROOT, '.gatehouse/demo') },
        fresh: { type: 'boolean', default: false },
        reset: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    return {
      camera: values.camera,
      home: path.resolve(values.home),
      fresh: values.fresh || values.reset,
      help: values.help,
    };
  } catch (fault) {
    throw new Advice(`${(fault as Error).message}\n\n${USAGE}`);
  }
}
