import {
  IconActivity,
  IconCalendarTime,
  IconDoorEnter,
  IconHandStop,
  IconReport,
  IconScan,
  IconSettings,
} from '@tabler/icons-react';
import { ActsTab } from '../activity/acts-tab.tsx';
import { DashboardTab } from '../reports/dashboard-tab.tsx';
import { BookingsTab } from '../bookings/bookings-tab.tsx';
import { ContactsTab } from '../contacts/contacts-tab.tsx';
import { CheckoutTab } from '../checkout/checkout-tab.tsx';
import { CrewsTab } from '../crews/crews-tab.tsx';
import { EventsTab } from '../crews/events-tab.tsx';
import { GatePage } from '../gate/gate-page.tsx';
import { HandOverTab } from '../handover/handover-tab.tsx';
import { GrantedTab, InsideTab, ScheduledTab, WorkingTab } from '../list/list-tabs.tsx';
import { RefusedTab } from '../refused/refused-tab.tsx';
import { MusterTab } from '../muster/muster-tab.tsx';
import { OrdersTab } from '../orders/orders-tab.tsx';
import { TimesheetsTab } from '../timesheets/timesheets-tab.tsx';
import { SettingsPage } from '../settings/settings-page.tsx';
import { TrayTab } from '../tray/tray-tab.tsx';
import { WorkersTab } from '../workers/workers-tab.tsx';
import { PLACES, type PageRow, type Place } from './page.ts';

/** The desk's pages, one row each; a new tab is one row in its page's table. */
const ROWS: readonly PageRow[] = [
  { place: 'gate', label: 'pages.gate', icon: IconScan, card: true, content: { Page: GatePage } },
  {
    place: 'scheduled',
    label: 'pages.scheduled',
    icon: IconCalendarTime,
    count: ({ counts }) => counts.scheduled,
    card: true,
    content: {
      tabs: [
        {
          name: 'people',
          label: 'tabs.people',
          span: 'lists.scheduledSpan',
          count: ({ counts }) => counts.scheduled,
          Tab: ScheduledTab,
        },
        {
          name: 'granted',
          label: 'lists.granted',
          span: 'lists.grantedSpan',
          count: ({ counts }) => counts.granted,
          Tab: GrantedTab,
        },
        { name: 'crews', label: 'tabs.crews', span: 'lists.scheduledSpan', Tab: CrewsTab },
        { name: 'events', label: 'tabs.events', span: 'lists.scheduledSpan', Tab: EventsTab },
      ],
    },
  },
  {
    place: 'inside',
    label: 'pages.inside',
    icon: IconDoorEnter,
    count: ({ counts }) => counts.inside,
    card: true,
    content: {
      tabs: [
        {
          name: 'inside',
          label: 'tabs.insideNow',
          span: 'lists.insideSpan',
          count: ({ counts }) => counts.inside,
          Tab: InsideTab,
        },
        {
          name: 'working',
          label: 'lists.working',
          span: 'lists.workingSpan',
          count: ({ counts }) => counts.working,
          Tab: WorkingTab,
        },
        { name: 'muster', label: 'tabs.muster', Tab: MusterTab },
      ],
    },
  },
  {
    place: 'refused',
    label: 'pages.refused',
    icon: IconHandStop,
    count: ({ counts }) => counts.refused,
    card: true,
    content: {
      tabs: [
        {
          name: 'refused',
          label: 'lists.refused',
          span: 'lists.refusedSpan',
          count: ({ counts }) => counts.refused,
          Tab: RefusedTab,
        },
      ],
    },
  },
  {
    place: 'activity',
    label: 'pages.activity',
    icon: IconActivity,
    count: ({ connection }) => connection.flagged + connection.setAside || undefined,
    countTone: 'bad',
    card: true,
    content: {
      tabs: [
        { name: 'acts', label: 'activity.all', Tab: ActsTab },
        {
          name: 'look',
          label: 'tray.title',
          count: ({ connection }) => connection.flagged + connection.setAside,
          Tab: TrayTab,
        },
        { name: 'checkout', label: 'checkout.tab', count: ({ counts }) => counts.inside, Tab: CheckoutTab },
      ],
    },
  },
  {
    place: 'reports',
    label: 'pages.reports',
    icon: IconReport,
    card: false,
    content: {
      tabs: [
        { name: 'dashboard', label: 'dashboard.tab', Tab: DashboardTab },
        { name: 'workers', label: 'workers.tab', Tab: WorkersTab },
        { name: 'orders', label: 'orders.tab', Tab: OrdersTab },
        { name: 'timesheets', label: 'sheets.tab', Tab: TimesheetsTab },
        { name: 'events', label: 'tabs.events', Tab: BookingsTab },
        { name: 'contacts', label: 'tabs.contacts', Tab: ContactsTab },
        { name: 'handover', label: 'handover.title', Tab: HandOverTab },
      ],
    },
  },
  {
    place: 'settings',
    label: 'pages.settings',
    icon: IconSettings,
    count: ({ faults }) => faults.length || undefined,
    countTone: 'bad',
    card: false,
    content: { Page: SettingsPage },
  },
];

export const PAGES: readonly PageRow[] = ROWS.toSorted((a, b) => PLACES.indexOf(a.place) - PLACES.indexOf(b.place));

export function pageOf(place: Place): PageRow {
  const page = PAGES.find((row) => row.place === place);
  if (!page) throw new Error(`the desk has no page for ${place}`);
  return page;
}
