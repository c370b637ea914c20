import type { Found } from './run.ts';

const SIGNS = { kept: 'kept     ', not_kept: 'NOT KEPT ', not_tried: 'not tried' } as const;

export function lineOf({ outcome, clause, says, why }: Found): string {
  const line = `${SIGNS[outcome]}  [${clause}] ${says}`;
  return why === undefined ? line : `${line}\n           ${why}`;
}

export function summaryOf(all: readonly Found[]): string {
  const count = (outcome: Found['outcome']): number => all.filter((found) => found.outcome === outcome).length;
  return `${count('kept')} rules kept, ${count('not_kept')} not kept, ${count('not_tried')} not tried.`;
}
