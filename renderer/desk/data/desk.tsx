import { useDirection } from '@mantine/core';
import { createContext, useContext, useEffect, useMemo, useSyncExternalStore, useState, type ReactNode } from 'react';
import type { DeskBridge } from '../../../preload/contract.ts';
import type { DeskStatus } from '../../../preload/views.ts';
import { directionOf } from '../../shared/i18n.ts';
import { deskLanguage, makeSpeech, type DeskLanguage, type Say } from '../words/words.ts';
import { makeSiteTime, type SiteTime } from '../words/site-time.ts';
import type { StatusStore } from './status-store.ts';

/** What every part of the desk stands on once the gate's state is known. */
export interface Desk {
  readonly bridge: DeskBridge;
  readonly status: DeskStatus;
  readonly nowMs: () => number;
  readonly say: Say;
  readonly time: SiteTime;
  readonly language: DeskLanguage;
}

const DeskContext = createContext<Desk | undefined>(undefined);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('no desk around this part');
  return desk;
}

const speak = makeSpeech();

interface DeskProviderProps {
  readonly bridge: DeskBridge;
  readonly store: StatusStore;
  readonly status: DeskStatus;
  readonly children: ReactNode;
}

export function DeskProvider({ bridge, store, status, children }: DeskProviderProps): ReactNode {
  const language = deskLanguage(status.language);
  const { setDirection } = useDirection();
  const { timeZone } = status;
  const speech = useMemo(() => {
    const say = speak(language);
    return { language, say, time: makeSiteTime(language, timeZone, say) };
  }, [language, timeZone]);
  useEffect(() => {
    document.documentElement.lang = language;
    setDirection(directionOf(language));
    document.title = speech.say('app.title');
  }, [language, speech, setDirection]);
  const desk = useMemo(
    () => ({ bridge, status, nowMs: store.nowMs, ...speech }),
    [bridge, status, store.nowMs, speech],
  );
  return <DeskContext value={desk}>{children}</DeskContext>;
}

/** The site's time, again each time another whole `stepMs` of it has passed. */
export function useSiteNow(stepMs: number): number {
  const { nowMs, status } = useDesk();
  const [, beat] = useState(0);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const wait = (): void => {
      timer = setTimeout(
        () => {
          beat((count) => count + 1);
          wait();
        },
        stepMs - (nowMs() % stepMs) + 1,
      );
    };
    wait();
    return () => clearTimeout(timer);
  }, [nowMs, stepMs, status.nowMs]);
  return nowMs();
}

export function useSignal<T>(signal: { subscribe: (listener: () => void) => () => void; get: () => T }): T {
  return useSyncExternalStore(signal.subscribe, signal.get);
}

/** True once something has been awaited for longer than a person notices (LOOK: 150 ms). */
export function useSlow(waiting: boolean): boolean {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    if (!waiting) return;
    const timer = setTimeout(() => setSlow(true), 150);
    return () => {
      clearTimeout(timer);
      setSlow(false);
    };
  }, [waiting]);
  return waiting && slow;
}
