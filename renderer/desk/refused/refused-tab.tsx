import { ActionIcon } from '@mantine/core';
import { IconShieldCheck, IconTicket } from '@tabler/icons-react';
import { createColumnHelper } from '@tanstack/react-table';
import { useMemo, useState, type ReactNode } from 'react';
import { passHelps } from '../../../core/passes/passes.ts';
import type { FeedRow } from '../../../preload/views.ts';
import { OverrideDialog, type OverrideAsked } from '../acts/override-dialog.tsx';
import { useDesk } from '../data/desk.tsx';
import type { Columns, features } from '../list/grid.tsx';
import { ListPage } from '../list/list-page.tsx';
import type { Choice } from '../list/lists.tsx';
import type { KnownPerson } from '../passes/pass-form.tsx';
import { PassFor } from '../passes/pass-panel.tsx';
import type { Say } from '../words/words.ts';

const helper = createColumnHelper<typeof features, FeedRow>();

/** Who was refused within a day and why; G6: each can be answered for from its row. */
export function RefusedTab({ chosen, onChoose }: Choice): ReactNode {
  const { say } = useDesk();
  const [asking, setAsking] = useState<OverrideAsked>();
  const [passFor, setPassFor] = useState<KnownPerson>();
  const further = useMemo(() => rowActs(say, { onOverride: setAsking, onPass: setPassFor }), [say]);
  return (
    <>
      <ListPage list="refused" further={further} chosen={chosen} onChoose={onChoose} />
      {passFor && <PassFor person={passFor} onClose={() => setPassFor(undefined)} />}
      {asking && <OverrideDialog {...asking} onClose={() => setAsking(undefined)} />}
    </>
  );
}

interface Doing {
  readonly onOverride: (asked: OverrideAsked) => void;
  readonly onPass: (person: KnownPerson) => void;
}

const rowActs = (say: Say, doing: Doing): Columns<'refused'> => [
  helper.display({
    id: 'acts',
    header: () => <span className="out-of-sight">{say('activity.actions')}</span>,
    cell: ({ row: { original } }) => <RowActs row={original} {...doing} />,
    meta: { width: '104px' },
  }),
];

function RowActs({ row, onOverride, onPass }: Doing & { readonly row: FeedRow }): ReactNode {
  const { say } = useDesk();
  const { workerId, eventId, code, isOpen } = row;
  if (!isOpen || workerId === undefined) return null;
  const name = row.name ?? say('last.stranger');
  const person = { workerId, name };
  return (
    <span className="row-acts">
      {code !== undefined && passHelps(code) && (
        <RowAct label={say('passes.for', { name })} hint={say('acts.pass')} onClick={() => onPass(person)}>
          <IconTicket size={20} aria-hidden="true" />
        </RowAct>
      )}
      <RowAct
        label={say('acts.overrideOf', { name })}
        hint={say('acts.override')}
        onClick={() => onOverride({ person, refusalId: eventId })}
      >
        <IconShieldCheck size={20} aria-hidden="true" />
      </RowAct>
    </span>
  );
}

interface RowActProps {
  /** With the person's name. */
  readonly label: string;
  readonly hint: string;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

/** The row opens the person's card; its buttons do not. */
function RowAct({ label, hint, onClick, children }: RowActProps): ReactNode {
  return (
    <ActionIcon
      className="row-act"
      variant="default"
      aria-label={label}
      title={hint}
      onKeyDown={(event) => event.stopPropagation()}
      onClick={(event) => {
        event.stopPropagation();
        onClick();
      }}
    >
      {children}
    </ActionIcon>
  );
}
