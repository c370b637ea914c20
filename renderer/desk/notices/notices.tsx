import { ActionIcon, Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDeviceMobileCheck, IconX } from '@tabler/icons-react';
import { useCallback, type ReactNode } from 'react';
import type { NoticeView } from '../../../preload/tray-views.ts';
import { useDesk } from '../data/desk.tsx';
import { useAnswer } from '../data/use-answer.ts';
import { useExpect } from '../person/expecting.tsx';

/** More than so many would push the lists off the page; they come up as the others go. */
const MOST = 2;

const NONE: readonly NoticeView[] = [];

/** D8: whoever checked in to a work order from a phone and was not scanned yet, with the one thing to do about it. */
export function Notices({ onChoose }: { readonly onChoose: (workerId: string) => void }): ReactNode {
  const { bridge, say } = useDesk();
  const ask = useCallback(() => bridge.getNotices(), [bridge]);
  const answer = useAnswer(ask);
  const notices = answer ?? NONE;
  return (
    <section className="notices" aria-label={say('notices.label')} aria-live="polite">
      {notices.slice(0, MOST).map((notice) => (
        <Notice key={notice.noticeId} notice={notice} onChoose={onChoose} />
      ))}
      {notices.length > MOST && <p className="notices-more">{say('notices.more', { count: notices.length - MOST })}</p>}
    </section>
  );
}

function Notice({ notice, onChoose }: { readonly notice: NoticeView; readonly onChoose: (workerId: string) => void }) {
  const { bridge, say, status, time } = useDesk();
  const expect = useExpect();
  const { noticeId, workerId, orderNumber, orderTitle } = notice;
  const name = notice.name || say('notices.stranger');
  const isAwaited = status.expecting?.workerId === workerId;
  const dismiss = (): void => {
    const told = (): void => void notifications.show({ message: say('app.notSaved'), color: 'refused' });
    bridge.dismissNotice({ noticeId }).then(({ fault }) => (fault === null ? undefined : told()), told);
  };
  const details = [
    time.moment(notice.atMs, status.nowMs),
    orderNumber === undefined ? undefined : say('notices.order', { number: orderNumber }),
    orderTitle,
    notice.contractorName,
  ].filter((detail) => detail !== undefined);
  return (
    <div className="notice">
      <IconDeviceMobileCheck className="notice-icon" size={28} stroke={1.75} aria-hidden="true" />
      <div className="notice-words">
        <p className="notice-title">{say('notices.title', { name })}</p>
        <p className="soft number">{details.join(' · ')}</p>
        <p>{say('notices.next')}</p>
      </div>
      <div className="notice-acts">
        {isAwaited ? (
          <Button className="card-action" variant="default" onClick={() => onChoose(workerId)}>
            {say('notices.open')}
          </Button>
        ) : (
          <Button className="card-action" onClick={() => expect({ workerId })}>
            {say('notices.wait')}
          </Button>
        )}
        <ActionIcon
          className="notice-away"
          variant="subtle"
          aria-label={say('notices.dismissFor', { name })}
          title={say('notices.dismiss')}
          onClick={dismiss}
        >
          <IconX size={22} aria-hidden="true" />
        </ActionIcon>
      </div>
    </div>
  );
}
