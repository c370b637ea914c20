import { ActionIcon } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { createColumnHelper } from '@tanstack/react-table';
import { useMemo, useState, type ReactNode } from 'react';
import type { FeedRow } from '../../../preload/views.ts';
import { OverrideDialog, type OverrideAsked } from '../acts/override-dialog.tsx';
import { useDesk } from '../data/desk.tsx';
import type { Columns, features } from '../list/grid.tsx';
import { ListPage } from '../list/list-page.tsx';
import type { Choice } from '../list/lists.tsx';
import type { Say } from '../words/words.ts';

const helper = createColumnHelper<typeof features, FeedRow>();

/** Who was refused within a day and why; G6: each can be answered for from its row. */
export function RefusedTab({ chosen, onChoose }: Choice): ReactNode {
  const { say } = useDesk();
  const [asking, setAsking] = useState<OverrideAsked>();
  const further = useMemo(() => rowActs(say, setAsking), [say]);
  return (
    <>
      <ListPage list="refused" further={further} chosen={chosen} onChoose={onChoose} />
      {asking && <OverrideDialog {...asking} onClose={() => setAsking(undefined)} />}
    </>
  );
}

const rowActs = (say: Say, onOverride: (asked: OverrideAsked) => void): Columns<'refused'> => [
  helper.display({
    id: 'acts',
    header: () => <span className="out-of-sight">{say('activity.actions')}</span>,
    cell: ({ row: { original } }) => <RowActs row={original} onOverride={onOverride} />,
    meta: { width: '60px' },
  }),
];

interface RowActsProps {
  readonly row: FeedRow;
  readonly onOverride: (asked: OverrideAsked) => void;
}

function RowActs({ row, onOverride }: RowActsProps): ReactNode {
  const { say } = useDesk();
  const { workerId, eventId, isOpen } = row;
  if (!isOpen || workerId === undefined) return null;
  const name = row.name ?? say('last.stranger');
  return (
    <ActionIcon
      className="row-act"
      variant="default"
      aria-label={say('acts.overrideOf', { name })}
      title={say('acts.override')}
      // The row opens the person's card; its button does not.
      onKeyDown={(event) => event.stopPropagation()}
      onClick={(event) => {
        event.stopPropagation();
        onOverride({ person: { workerId, name }, refusalId: eventId });
      }}
    >
      <IconShieldCheck size={20} aria-hidden="true" />
    </ActionIcon>
  );
}
