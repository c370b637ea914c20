import type { Icon } from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { DeskStatus, FeedRow } from '../../../preload/views.ts';
import type { SettingsPlace } from '../settings/settings-page.tsx';
import type { WordKey } from '../words/words.ts';

/** The desk's seven places, in the order of the rail. One that no row of `pages.tsx` is about is not shown. */
export const PLACES = ['gate', 'scheduled', 'inside', 'refused', 'activity', 'reports', 'settings'] as const;
export type Place = (typeof PLACES)[number];

/** What every page and every tab is given. */
export interface PageProps {
  /** The newest outcome at this gate. */
  readonly last: FeedRow | undefined;
  /** The person whose card is open, chosen or not. */
  readonly shown: string | undefined;
  readonly chosen: string | undefined;
  readonly onChoose: (workerId: string) => void;
  readonly settings: SettingsPlace;
  /** To another place; asks first where something on the page would be lost. */
  readonly onGo: (place: Place, more?: Further) => void;
  /** To the gate, with nothing left to ask about. */
  readonly onDone: () => void;
}
/** Where to within a place. */
export interface Further {
  readonly settings?: SettingsPlace;
  readonly tab?: string;
}

export interface TabRow {
  readonly name: string;
  readonly label: WordKey;
  /** What it spans, under its name. */
  readonly span?: WordKey;
  readonly count?: (status: DeskStatus) => number;
  readonly Tab: ComponentType<PageProps>;
}

export interface PageRow {
  readonly place: Place;
  readonly label: WordKey;
  readonly icon: Icon;
  /** At its icon: how many; `bad` where each of them needs somebody. */
  readonly count?: (status: DeskStatus) => number | undefined;
  readonly countTone?: 'bad';
  /** Whether the person's card has its column beside this page. */
  readonly card: boolean;
  /** Either one page, or one per tab. */
  readonly content: { readonly Page: ComponentType<PageProps> } | { readonly tabs: readonly TabRow[] };
}
