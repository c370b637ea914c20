/** C4: hours per person and day, over all of the user's places. Times are Unix milliseconds, days YYYY-MM-DD of the place. */
import { z } from 'zod';
import { FAULT_CODES } from '../core/codes.ts';
import { ENDINGS } from '../core/site/portal.ts';
import { ATTENDANCE } from '../core/site/attendance.ts';
import { SHEET_COLUMNS, SHEET_STATES } from '../core/timesheet/states.ts';
import { savedFileSchema } from './list-views.ts';
import { PORTAL_ACCESS } from './order-views.ts';

const id = z.string().min(1).max(64);
const ms = z.number();
const count = z.number().int().min(0);
const named = z.object({ id, name: z.string() });
const day = z.iso.date();

export const sheetRowSchema = z.object({
  timesheetId: id,
  workerId: id,
  name: z.string(),
  day,
  locationName: z.string(),
  clientName: z.string().optional(),
  timeZone: z.string(),
  spans: z.array(z.object({ fromMs: ms, toMs: ms, ending: z.enum(ENDINGS) })),
  openSinceMs: ms.optional(),
  onBreakSinceMs: ms.optional(),
  workedMinutes: count,
  breakMinutes: count,
  /** Nobody recorded the break: the place's rule takes it off. */
  breakByRule: z.boolean(),
  /** G7: ended by the rule alone, and no part of what is worked. */
  unconfirmedMinutes: count,
  estimated: z.boolean(),
  state: z.enum(SHEET_STATES),
  decidedByName: z.string().optional(),
  reason: z.string().optional(),
  later: z.object({ workedMinutes: count, breakMinutes: count, openSinceMs: ms.optional() }).optional(),
  canApprove: z.boolean(),
  canDispute: z.boolean(),
  /** Central has not taken the decision yet. */
  waiting: z.boolean(),
});

const filters = z.object({
  /** The beginnings of words of the person's name. */
  query: z.string().max(100),
  fromDay: day,
  toDay: day,
  locationId: id.optional(),
  clientId: id.optional(),
  state: z.enum(SHEET_STATES).optional(),
});

export const elsewhereRowSchema = z.object({
  key: z.string(),
  name: z.string(),
  locationName: z.string(),
  timeZone: z.string(),
  state: z.enum(ATTENDANCE),
  /** Since when they are in, on a break or out. */
  sinceMs: ms.optional(),
  startsAtMs: ms.optional(),
  endsAtMs: ms.optional(),
});

export const timesheetCalls = {
  /** C3: who works today at the user's other places; `places`: how many of these there are. */
  getWorkingElsewhere: {
    ask: z.undefined(),
    answer: z.object({ places: count, rows: z.array(elsewhereRowSchema) }),
  },
  /** The newest day first, by name. */
  listTimesheets: {
    ask: filters.extend({ offset: count, limit: z.number().int().min(1).max(500) }),
    answer: z.object({
      access: z.enum(PORTAL_ACCESS),
      /** The place's day now. */
      today: day,
      rows: z.array(sheetRowSchema),
      total: count,
      /** Of all that match. */
      ready: count,
      workedMinutes: count,
      clients: z.array(named),
      locations: z.array(named),
      /** What central would not take, newest first. */
      refused: z.array(z.object({ day, name: z.string(), code: z.string() })),
    }),
  },
  /** What can't be decided on is left as it is. */
  decideTimesheets: {
    ask: z.object({
      who: z.union([
        z.object({ ids: z.array(id).min(1).max(5000) }),
        z.object({ all: filters, except: z.array(id).max(5000) }),
      ]),
      /** Undefined: approve. */
      dispute: z.string().trim().min(1).max(500).optional(),
    }),
    answer: z.object({ decided: count, left: count, fault: z.enum(FAULT_CODES).optional() }),
  },
  /** All that match, exactly, as a file at a place that staff choose. */
  exportTimesheets: {
    ask: filters.extend({
      format: z.enum(['csv', 'xlsx']),
      fileName: z.string().min(1).max(100),
      columns: z
        .array(z.object({ id: z.enum(SHEET_COLUMNS), heading: z.string().max(100) }))
        .min(1)
        .max(20),
      /** The words of states, by their codes. */
      words: z.record(z.string().max(64), z.string().max(200)),
    }),
    answer: savedFileSchema,
  },
} as const;

export type ElsewhereRow = z.infer<typeof elsewhereRowSchema>;
export type WorkingElsewhere = z.infer<(typeof timesheetCalls.getWorkingElsewhere)['answer']>;
export type SheetRow = z.infer<typeof sheetRowSchema>;
export type SheetFilters = z.infer<typeof filters>;
export type SheetsAsk = z.infer<(typeof timesheetCalls.listTimesheets)['ask']>;
export type SheetsPage = z.infer<(typeof timesheetCalls.listTimesheets)['answer']>;
export type DecideAsk = z.infer<(typeof timesheetCalls.decideTimesheets)['ask']>;
export type DecideAnswer = z.infer<(typeof timesheetCalls.decideTimesheets)['answer']>;
export type SheetExportAsk = z.infer<(typeof timesheetCalls.exportTimesheets)['ask']>;
