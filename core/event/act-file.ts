/** B4: the columns that a file of acts may have, in their order, and what kinds of file there are. */
export const ACT_COLUMNS = [
  'time',
  'state',
  'name',
  'company',
  'what',
  'gate',
  'place',
  'how',
  'by',
  'estimate',
  'number',
] as const;
export type ActColumn = (typeof ACT_COLUMNS)[number];

export const ACT_FORMATS = ['csv', 'xlsx', 'pdf'] as const;
export type ActFormat = (typeof ACT_FORMATS)[number];

/**
 * As one table 2,000 lines took 7 s to become a PDF, 5,000 took 34 s, and 10,000 did not become one at all (Electron 25, a busy machine
 * of two cores).
 */
export const MOST_PAPER_ROWS = 2000;
