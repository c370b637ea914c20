import type { timesheetCalls } from '../../preload/timesheet-views.ts';
import type { FileDoors } from '../files/open-file.ts';
import type { Handlers } from '../ipc.ts';
import type { Station } from '../station.ts';
import { csvOfSheets, xlsxOfSheets } from './table.ts';

const NOTHING = { rows: [], total: 0, ready: 0, workedMinutes: 0, clients: [], locations: [], refused: [] };

/** The desk's calls about hours; a gate that is not enrolled yet has none. */
export function timesheetHandlers(parts: {
  readonly station: () => Station | undefined;
  readonly nowMs: () => number;
  readonly deskChanged: () => void;
  readonly fileDoors: Pick<FileDoors, 'saveAs'>;
}): Pick<Handlers<'desk'>, keyof typeof timesheetCalls> {
  const timesheets = () => parts.station()?.areas.timesheets;
  const today = (): string => new Date(parts.nowMs()).toISOString().slice(0, 10);
  return {
    getWorkingElsewhere: () => parts.station()?.areas.workingElsewhere() ?? { places: 0, rows: [] },
    listTimesheets: (ask) => timesheets()?.listTimesheets(ask) ?? { access: 'sign_in', today: today(), ...NOTHING },
    async decideTimesheets(ask) {
      const answer = (await timesheets()?.decideTimesheets(ask)) ?? { decided: 0, left: 0 };
      parts.deskChanged();
      return answer;
    },
    async exportTimesheets({ format, fileName, columns, words, ...filters }) {
      const known = timesheets();
      if (!known) return { came: 'fault' };
      const rows = known.rows(filters);
      try {
        const bytes =
          format === 'csv' ? csvOfSheets(rows, { columns, words }) : await xlsxOfSheets(rows, { columns, words });
        const saved = await parts.fileDoors.saveAs(`${fileName}.${format}`, bytes);
        return { came: saved ? 'saved' : 'cancelled' };
      } catch {
        // The place that was chosen takes no file: full, read-only, gone. Staff choose another.
        return { came: 'fault' };
      }
    },
  };
}
