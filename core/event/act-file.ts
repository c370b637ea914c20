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

/** 5,000 lines are some 400 pages, and take 23 s to become a PDF on a busy machine of two cores (Electron 25); 10,000 take 54 s. */
export const MOST_PAPER_ROWS = 5000;
