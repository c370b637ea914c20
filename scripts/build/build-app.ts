import { existsSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';
import { Advice, speaker } from '../console.ts';
import { ROOT } from '../paths.ts';
import { BUNDLES, type Bundle } from './bundles.ts';

const say = speaker('build');

/**
 * Builds what the app is made of into dist/.
 * @throws Advice that names the entry files which are missing.
 */
export async function buildApp(bundles: readonly Bundle[] = BUNDLES): Promise<void> {
  const startedAt = performance.now();
  requireEntries(bundles);
  for (const bundle of bundles) await build(bundle.config);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  say(`${bundles.map(({ name }) => name).join(', ')} built into dist/ in ${seconds} s`);
}

/** The bundles whose name contains one of these words; all of them for no words. */
export function bundlesNamed(words: readonly string[]): readonly Bundle[] {
  if (words.length === 0) return BUNDLES;
  const named = BUNDLES.filter(({ name }) => words.some((word) => name.includes(word)));
  if (named.length === 0)
    throw new Advice(`No bundle has such a name. There are: ${BUNDLES.map(({ name }) => name).join(', ')}`);
  return named;
}

function requireEntries(bundles: readonly Bundle[]): void {
  const missing = bundles.flatMap(({ entries }) => entries).filter((entry) => !existsSync(path.join(ROOT, entry)));
  if (missing.length > 0)
    throw new Advice(`Nothing was built: these entry files do not exist:\n  ${missing.join('\n  ')}`);
}
