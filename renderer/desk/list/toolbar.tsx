import { ActionIcon, NativeSelect } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { memo, useEffect, useState, type ReactNode } from 'react';
import type { ListName, ListState } from '../../../preload/list-views.ts';
import { useDesk } from '../data/desk.tsx';
import { ColumnsMenu } from './columns-menu.tsx';
import { filtersWith, type Narrowing } from './narrowing.ts';
import { STATES_OF_LIST, stateWord } from './list-words.ts';

interface ToolbarProps {
  readonly narrowing: Narrowing;
  readonly onNarrow: (next: Narrowing) => void;
  /** Columns that can be put away, with their heads. */
  readonly columns: readonly { readonly id: string; readonly heading: string }[];
  readonly onExport: () => void;
}

/** Whom a list is narrowed to, which columns it has, and the way out into a file. */
export const Toolbar = memo(function Toolbar({ narrowing, onNarrow, columns, onExport }: ToolbarProps): ReactNode {
  const { say } = useDesk();
  const { filters, hidden } = narrowing;
  const narrow = (change: Narrowing['filters']): void =>
    onNarrow({ ...narrowing, filters: filtersWith(filters, change) });
  return (
    <div className="toolbar" role="toolbar" aria-label={say('lists.narrow')}>
      <Firms narrowing={narrowing} onNarrow={narrow} />
      <ColumnsMenu columns={columns} hidden={hidden} onHide={(next) => onNarrow({ ...narrowing, hidden: next })} />
      <ActionIcon className="tool" variant="default" aria-label={say('lists.export')} onClick={onExport}>
        <IconDownload size={20} aria-hidden="true" />
      </ActionIcon>
    </div>
  );
});

interface StatesProps {
  readonly list: ListName;
  readonly narrowing: Narrowing;
  readonly onNarrow: (next: Narrowing) => void;
}

/** The states of a list's people; one may be looked at alone. */
export const StateChoices = memo(function StateChoices({ list, narrowing, onNarrow }: StatesProps): ReactNode {
  const { say } = useDesk();
  const states: readonly ListState[] = STATES_OF_LIST[list];
  if (states.length === 0) return null;
  const { filters } = narrowing;
  return (
    <fieldset className="state-choices">
      <legend className="out-of-sight">{say('lists.columns.state')}</legend>
      {states.map((state) => (
        <button
          key={state}
          type="button"
          className="state-choice"
          aria-pressed={filters.state === state}
          onClick={() =>
            onNarrow({
              ...narrowing,
              filters: filtersWith(filters, { state: filters.state === state ? undefined : state }),
            })
          }
        >
          {stateWord(say, list, state)}
        </button>
      ))}
    </fieldset>
  );
});

interface FirmsProps {
  readonly narrowing: Narrowing;
  readonly onNarrow: (change: Narrowing['filters']) => void;
}

/** A company, a client: asked for when the page opens, for they hardly ever change. */
function Firms({ narrowing: { filters }, onNarrow }: FirmsProps): ReactNode {
  const { bridge, say } = useDesk();
  const [choices, setChoices] = useState<Awaited<ReturnType<typeof bridge.getListChoices>>>();
  useEffect(() => {
    let wanted = true;
    bridge.getListChoices().then(
      (known) => wanted && setChoices(known),
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [bridge]);
  const options = (all: string, from: readonly { readonly id: string; readonly name: string }[] = []) => [
    { value: '', label: all },
    ...from.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <>
      <NativeSelect
        className="tool-select"
        aria-label={say('lists.columns.company')}
        data={options(say('lists.allCompanies'), choices?.contractors)}
        value={filters.contractorId ?? ''}
        onChange={({ currentTarget }) => onNarrow({ contractorId: currentTarget.value || undefined })}
      />
      <NativeSelect
        className="tool-select"
        aria-label={say('lists.columns.client')}
        data={options(say('lists.allClients'), choices?.clients)}
        value={filters.clientId ?? ''}
        onChange={({ currentTarget }) => onNarrow({ clientId: currentTarget.value || undefined })}
      />
    </>
  );
}
