import { Button } from '@mantine/core';
import { IconBuildingCommunity, IconUsersGroup } from '@tabler/icons-react';
import { useCallback, useState, type ReactNode } from 'react';
import type { ElsewhereRow } from '../../../preload/timesheet-views.ts';
import { formatTime } from '../../shared/format.ts';
import { useDesk } from '../data/desk.tsx';
import { useAnswer } from '../data/use-answer.ts';
import { TONE_OF_ATTENDANCE } from '../list/cells.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Empty } from '../parts/empty.tsx';
import { Lines } from '../parts/lines.tsx';
import { Chip } from '../parts/tone.tsx';

/** C3: a look at who works today at the user's other places; nothing for whoever has one place alone. */
export function WorkingElsewhere(): ReactNode {
  const { bridge, say } = useDesk();
  const [isOpen, setIsOpen] = useState(false);
  const answer = useAnswer(useCallback(() => bridge.getWorkingElsewhere(), [bridge]));
  if (!answer || answer.places === 0) return null;
  return (
    <>
      <Button
        className="card-action elsewhere-button"
        variant="default"
        leftSection={<IconBuildingCommunity size={20} aria-hidden="true" />}
        onClick={() => setIsOpen(true)}
      >
        {say('working.elsewhere')}
      </Button>
      {isOpen && (
        <Dialog title={say('working.elsewhere')} shape="side" onClose={() => setIsOpen(false)}>
          {answer.rows.length === 0 && (
            <Empty
              icon={<IconUsersGroup stroke={1.5} />}
              title={say('working.elsewhereEmpty')}
              next={say('working.elsewhereNext')}
            />
          )}
          {answer.rows.length > 0 && <p className="peer-note">{say('working.elsewhereWho')}</p>}
          <ul className="crew-list" aria-label={say('working.elsewhere')}>
            {answer.rows.map((row) => (
              <li key={row.key} className="member order-placement">
                <Lines first={<bdi>{row.name}</bdi>} second={<bdi>{row.locationName}</bdi>} />
                <When row={row} />
                <Chip tone={TONE_OF_ATTENDANCE[row.state]}>{say(`working.states.${row.state}`)}</Chip>
              </li>
            ))}
          </ul>
        </Dialog>
      )}
    </>
  );
}

/** By that place's own clock: since when, or what for. */
function When({ row: { sinceMs, startsAtMs, endsAtMs, timeZone } }: { readonly row: ElsewhereRow }): ReactNode {
  const clock = (ms: number): string => formatTime(ms, timeZone);
  const planned = startsAtMs !== undefined && endsAtMs !== undefined && `${clock(startsAtMs)}–${clock(endsAtMs)}`;
  return (
    <bdi className="number" dir="ltr">
      {sinceMs === undefined ? planned : clock(sinceMs)}
    </bdi>
  );
}
