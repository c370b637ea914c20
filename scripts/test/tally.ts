import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** The part of vitest's JSON report that is counted. */
const reportSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
});

export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

export const NOTHING_RUN: Tally = { passed: 0, failed: 0 };

/** A file that could not even be loaded has no tests in the report, and counts as one failed. */
export function readTally(reportFile: string): Tally {
  const report = reportSchema.parse(JSON.parse(readFileSync(reportFile, 'utf8')));
  const unloadable = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + unloadable.length };
}

export const addTallies = (a: Tally, b: Tally): Tally => ({ passed: a.passed + b.passed, failed: a.failed + b.failed });
