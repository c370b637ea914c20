import { showNotification } from '@mantine/notifications';
import { useCallback } from 'react';
import { SHEET_COLUMNS, SHEET_STATES } from '../../../core/timesheet/states.ts';
import type { SheetExportAsk, SheetFilters } from '../../../preload/timesheet-views.ts';
import { useDesk } from '../data/desk.tsx';

/** C4: saves exactly what is filtered; says so, or that the place would not take it. */
export function useSheetExport(filters: SheetFilters): (format: SheetExportAsk['format']) => void {
  const { bridge, say } = useDesk();
  return useCallback(
    (format) => {
      const ask: SheetExportAsk = {
        ...filters,
        format,
        fileName: `${say('sheets.tab')} ${filters.fromDay}`,
        columns: SHEET_COLUMNS.map((id) => ({ id, heading: say(`sheets.columns.${id}`) })),
        words: {
          ...Object.fromEntries(SHEET_STATES.map((state) => [state, say(`sheets.states.${state}`)])),
          estimate: say('sheets.yes'),
        },
      };
      bridge.exportTimesheets(ask).then(
        ({ came }) => {
          if (came !== 'cancelled')
            showNotification({ message: say(came === 'saved' ? 'lists.exported' : 'lists.notExported') });
        },
        () => showNotification({ message: say('lists.notExported') }),
      );
    },
    [bridge, say, filters],
  );
}
