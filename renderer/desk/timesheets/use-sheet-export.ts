import { SHEET_COLUMNS, SHEET_STATES } from '../../../core/timesheet/states.ts';
import type { SheetExportAsk, SheetFilters } from '../../../preload/timesheet-views.ts';
import { useDesk } from '../data/desk.tsx';
import { useSaving, type Saving } from '../list/use-saving.ts';

interface SheetExport extends Omit<Saving, 'save'> {
  readonly save: (format: SheetExportAsk['format']) => void;
}

/** C4: saves exactly what is filtered. */
export function useSheetExport(filters: SheetFilters): SheetExport {
  const { bridge, say } = useDesk();
  const saving = useSaving();
  const save: SheetExport['save'] = (format) => {
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
    saving.save(() => bridge.exportTimesheets(ask));
  };
  return { ...saving, save };
}
