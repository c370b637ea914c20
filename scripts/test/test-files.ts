import { globSync } from 'node:fs';
import { ROOT } from '../paths.ts';

export type Project = 'unit' | 'postgres' | 'e2e';

/** The projects of vitest.config.ts that have a test file whose path contains one of the words (any file, for no words). */
export function projectsWith(words: readonly string[]): readonly Project[] {
  const wanted = globSync('tests/**/*.test.{ts,tsx}', { cwd: ROOT }).filter(
    (file) => words.length === 0 || words.some((word) => file.includes(word)),
  );
  const has = new Set(wanted.map(projectOf));
  return (['unit', 'postgres', 'e2e'] as const).filter((project) => has.has(project));
}

function projectOf(file: string): Project {
  if (file.startsWith('tests/e2e/')) return 'e2e';
  return file.startsWith('tests/central/postgres/') ? 'postgres' : 'unit';
}

/** Splits vitest's arguments: words before the first flag choose files, the rest goes to vitest as it is. */
export function splitArguments(args: readonly string[]): { words: readonly string[]; flags: readonly string[] } {
  const firstFlag = args.findIndex((argument) => argument.startsWith('-'));
  return firstFlag < 0 ? { words: args, flags: [] } : { words: args.slice(0, firstFlag), flags: args.slice(firstFlag) };
}
