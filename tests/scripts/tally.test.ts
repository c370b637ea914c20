import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readTally } from '../../scripts/test/tally.ts';
import { splitArguments } from '../../scripts/test/test-files.ts';

test('a test file that could not be loaded counts as a failure', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'gatehouse-tally-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const report = path.join(folder, 'report.json');
  const testResults = [
    { status: 'passed', assertionResults: [{}, {}] },
    { status: 'failed', assertionResults: [{}] },
    { status: 'failed', assertionResults: [] },
  ];
  writeFileSync(report, JSON.stringify({ numPassedTests: 2, numFailedTests: 1, testResults }));
  expect(readTally(report)).toEqual({ passed: 2, failed: 2 });
});

test.each([
  { args: [], words: [], flags: [] },
  { args: ['core', 'e2e'], words: ['core', 'e2e'], flags: [] },
  { args: ['core', '-t', 'forged'], words: ['core'], flags: ['-t', 'forged'] },
  { args: ['--bail=1'], words: [], flags: ['--bail=1'] },
])('$args: words choose files, flags go to vitest', ({ args, words, flags }) => {
  expect(splitArguments(args)).toEqual({ words, flags });
});
