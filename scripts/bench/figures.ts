/** What one thing took, over and over. All in milliseconds. */
export interface Figures {
  readonly medianMs: number;
  readonly p99Ms: number;
  readonly count: number;
}

export function figuresOf(times: readonly number[]): Figures {
  const sorted = [...times].sort((a, b) => a - b);
  return { medianMs: quantile(sorted, 0.5), p99Ms: quantile(sorted, 0.99), count: sorted.length };
}

export const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

/** Prints rows under a header, the first column to the left, all others to the right. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): void {
  const lines = [header, ...rows];
  const widths = header.map((_, column) => Math.max(...lines.map((line) => (line[column] ?? '').length)));
  const cell = (text: string, column: number): string =>
    column === 0 ? text.padEnd(widths[column] ?? 0) : text.padStart(widths[column] ?? 0);
  for (const line of lines) console.log(line.map(cell).join('  ').trimEnd());
}

export const ms = (value: number): string => value.toFixed(value < 10 ? 3 : 1);
export const times = (value: number): string => `${value.toFixed(2)} x`;
