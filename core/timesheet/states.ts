/** C4: where a day's hours stand. `later`: approved, and the acts have come to say something else. */
export const SHEET_STATES = ['inside', 'open', 'approved', 'later', 'disputed'] as const;
export type SheetState = (typeof SHEET_STATES)[number];

/** What a file of hours has, a column each. */
export const SHEET_COLUMNS = [
  'day', 'name', 'place', 'client', 'from', 'to', 'breaks', 'worked', 'unconfirmed', 'estimate', 'state', 'decidedBy', 'reason', 'later',
] as const; // prettier-ignore
export type SheetColumn = (typeof SHEET_COLUMNS)[number];
