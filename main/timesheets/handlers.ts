import type { timesheetCalls } from '../../preload/timesheet-views.ts';
import type { Saving } from '../files/saving.ts';
import type { Handlers } from '../ipc.ts';
import type { Station } from '../station.ts';
import { csvOfSheets, xlsxOfSheets } from './table.ts';

const NOTHING = { rows: [], total: 0, ready: 0, workedMinutes: 0, clients: [], locations: [], refused: [] };

/** The desk's calls about hours; a gate that is not enrolled yet has none. */
export function timesheetHandlers(parts: {
  readonly station: () => Station | undefined;
  readonly nowMs: () => number;
  readonly deskChanged: () => void;
  readonly saving: Pick<Saving, 'save'>;
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
      return parts.saving.save(`${fileName}.${format}`, async function* table(tell) {
        const rows = known.rows(filters);
        tell({ rows: 0, total: rows.length });
        yield format === 'csv' ? csvOfSheets(rows, { columns, words }) : await xlsxOfSheets(rows, { columns, words });
      });
    },
  };
}
