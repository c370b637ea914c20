import { isOnPath } from '../commands.ts';
import { installPackages, type PackageNames } from './apt.ts';

/** Programs that the scripts call, the packages that bring them, and what each is for. */
const PROGRAMS = {
  gcc: { packages: ['gcc'], purpose: 'gcc, a C compiler' },
  'g++': { packages: ['g++'], purpose: 'g++, a C++ compiler' },
  Xvfb: { packages: ['xvfb'], purpose: 'Xvfb, a display without a screen' },
  xauth: { packages: ['xauth'], purpose: 'xauth, which guards that display' },
  socat: { packages: ['socat'], purpose: 'socat, which stands in for a serial cable' },
  chromium: { packages: ['chromium'], purpose: 'Chromium, in which the tests open the windows’ pages' },
  ffmpeg: { packages: ['ffmpeg'], purpose: 'ffmpeg, which reads a video file' },
} as const satisfies Record<string, { packages: PackageNames; purpose: string }>;
export type Program = keyof typeof PROGRAMS;

/**
 * Makes sure that PATH holds these programs.
 * @throws Advice with the line to run, where this process may not install them.
 */
export async function ensurePrograms(...programs: readonly Program[]): Promise<void> {
  const missing = programs.filter((program) => !isOnPath(program)).map((program) => PROGRAMS[program]);
  if (missing.length === 0) return;
  await installPackages(
    missing.map(({ packages }) => packages),
    missing.map(({ purpose }) => purpose).join('; '),
  );
}
