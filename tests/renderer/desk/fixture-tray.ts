/** What waits for staff at the made-up gate, and a tray that is cleared as main's is. */
import type { Ask, CallName } from '../../../preload/contract.ts';
import type { NoticeView, TrayCard, trayCalls } from '../../../preload/tray-views.ts';

type TrayCall = keyof typeof trayCalls & CallName<'desk'>;
export type TrayAnswers = { readonly [N in TrayCall]: (ask: Ask<'desk', N>) => unknown };

const MIN = 60_000;

/** One card of each kind, newest first. */
export function trayCards(nowMs: number): TrayCard[] {
  const card = (seq: number, minutesAgo: number, more: Partial<TrayCard>): TrayCard => ({
    eventId: `event-${seq}`,
    seq,
    status: 'flagged',
    type: 'presence.checked_in',
    gateName: 'North gate',
    deviceAtMs: nowMs - minutesAgo * MIN,
    centralAtMs: nowMs - minutesAgo * MIN,
    toldAtMs: nowMs - 2 * MIN,
    isInside: false,
    outcomes: ['seen'],
    ...more,
  });
  const amina = { workerId: 'w-0', name: 'Amina Diallo', contractorName: 'Brightline Electrical' };
  const piotr = { workerId: 'w-18', name: 'Piotr Nowak', contractorName: 'Kestrel Lifts' };
  return [
    card(412, 14, {
      ...amina,
      code: 'inside_elsewhere',
      centralAtMs: nowMs - 14 * MIN + 42_000,
      elsewhere: { gateName: 'Goods gate', atMs: nowMs - 51 * MIN },
      isInside: true,
      outcomes: ['inside', 'left', 'other_person', 'seen'],
    }),
    card(398, 33, { ...piotr, code: 'revoked_meanwhile', outcomes: ['other_person', 'seen'] }),
    card(391, 47, {
      workerId: 'w-7',
      name: 'Samuel Okafor',
      status: 'rejected',
      code: 'actor_not_allowed',
      actorName: 'R. Whitfield',
      isInside: true,
      outcomes: ['inside', 'left', 'other_person', 'seen'],
    }),
    card(377, 70, { type: 'door.forced', code: 'chain_gap' }),
  ];
}

export const remoteCheckIn = (nowMs: number): NoticeView => ({
  noticeId: 'activity-1',
  workerId: 'w-9',
  name: 'Mateo Fernández',
  contractorName: 'Hartley Scaffolding',
  orderNumber: 'WO-4410',
  orderTitle: 'Façade scaffold strip',
  atMs: nowMs - 6 * MIN,
});

/** @param onTheWay who checked in from a phone */
export function trayAnswers(nowMs: number, changed: () => void, onTheWay: readonly NoticeView[] = []): TrayAnswers {
  let notices = onTheWay;
  let open = trayCards(nowMs);
  let cleared: TrayCard[] = [];
  return {
    getTray({ show }) {
      const cards = show === 'open' ? open : cleared;
      return { cards, total: cards.length };
    },
    getNotices: () => notices,
    dismissNotice({ noticeId }) {
      notices = notices.filter((each) => each.noticeId !== noticeId);
      changed();
      return { fault: null };
    },
    clearTray({ seq, outcome, reason }) {
      const card = open.find((each) => each.seq === seq);
      if (!card) return { fault: 'gone' };
      open = open.filter((each) => each !== card);
      cleared = [{ ...card, cleared: { outcome, reason, atMs: nowMs, byName: 'R. Whitfield' } }, ...cleared];
      changed();
      return { fault: null };
    },
  };
}
