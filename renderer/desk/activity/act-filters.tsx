import type { ReactNode } from 'react';
import { CHECK_MODES } from '../../../core/event/data/access.ts';
import { ACCESS_STATUS } from '../../../core/event/access-status.ts';
import type { ActFilters, ActsPage } from '../../../preload/activity-views.ts';
import type { ListChoicesView } from '../../../preload/list-views.ts';
import { useDesk } from '../data/desk.tsx';
import { TIMES, type Time } from './act-time.ts';
import { Narrow } from './narrow.tsx';

interface ActFiltersBarProps {
  readonly filters: ActFilters;
  readonly time: Time | undefined;
  readonly choices: ListChoicesView | undefined;
  readonly page: Pick<ActsPage, 'locations' | 'gates'> | undefined;
  readonly onNarrow: (more: Partial<ActFilters>) => void;
  readonly onTime: (time: Time | undefined) => void;
}

/** B4: status, time, way, company, client, place and gate; a choice between one thing is none. */
export function ActFiltersBar({ filters, time, choices, page, onNarrow, onTime }: ActFiltersBarProps): ReactNode {
  const { say } = useDesk();
  const { locationId } = filters;
  const gates = (page?.gates ?? []).filter((gate) => locationId === undefined || gate.locationId === locationId);
  return (
    <fieldset className="act-filters">
      <legend className="out-of-sight">{say('lists.narrow')}</legend>
      <Narrow
        label={say('activity.status')}
        any={say('activity.everyStatus')}
        value={filters.status}
        choices={ACCESS_STATUS.map((id) => ({ id, name: say(`activity.statuses.${id}`) }))}
        onChoose={(status) => onNarrow({ status })}
      />
      <Narrow
        label={say('activity.time')}
        any={say('activity.times.recent')}
        value={time}
        choices={TIMES.map((id) => ({ id, name: say(`activity.times.${id}`) }))}
        onChoose={onTime}
      />
      <Narrow
        label={say('activity.mode')}
        any={say('activity.everyMode')}
        value={filters.mode}
        choices={CHECK_MODES.map((id) => ({ id, name: say(`activity.modes.${id}`) }))}
        onChoose={(mode) => onNarrow({ mode })}
      />
      <Narrow
        label={say('checkout.company')}
        any={say('checkout.everyCompany')}
        value={filters.contractorId}
        choices={choices?.contractors ?? []}
        onChoose={(contractorId) => onNarrow({ contractorId })}
      />
      <Narrow
        label={say('lists.columns.client')}
        any={say('lists.allClients')}
        value={filters.clientId}
        choices={choices?.clients ?? []}
        onChoose={(clientId) => onNarrow({ clientId })}
      />
      {page && page.locations.length > 1 && (
        <Narrow
          label={say('checkout.place')}
          any={say('checkout.everyPlace')}
          value={locationId}
          choices={page.locations}
          onChoose={(next) => onNarrow({ locationId: next, gateId: undefined })}
        />
      )}
      {gates.length > 1 && (
        <Narrow
          label={say('activity.columns.gate')}
          any={say('activity.everyGate')}
          value={filters.gateId}
          choices={gates}
          onChoose={(gateId) => onNarrow({ gateId })}
        />
      )}
    </fieldset>
  );
}
