import type { Right } from '../../../core/site/rights.ts';
import type { CallName, DeskBridge } from '../../../preload/contract.ts';
import { makeSignal, type Signal } from '../data/signal.ts';

/** Why an act can't go on yet. `by_hand`: somebody wants to sign in without having begun anything. */
export type Need =
  { readonly code: 'sign_in_needed' | 'not_allowed'; readonly right: Right } | { readonly code: 'by_hand' };

export interface Asked {
  readonly need: Need;
  /** True: somebody answers for it now. */
  readonly settle: (answered: boolean) => void;
}

/** One question at a time to whoever stands at the desk. */
export interface Asker {
  readonly asked: Signal<Asked | undefined>;
  readonly ask: (need: Need) => Promise<boolean>;
}

export function makeAsker(): Asker {
  const asked = makeSignal<Asked | undefined>(undefined);
  let pending: Promise<boolean> | undefined;
  return {
    asked,
    ask(need) {
      pending ??= new Promise((resolve) => {
        const question: Asked = {
          need,
          settle(answered) {
            // The dialog and the session may both answer; the later of the two must not close the next question.
            if (asked.get() !== question) return;
            pending = undefined;
            asked.set(undefined);
            resolve(answered);
          },
        };
        asked.set(question);
      });
      return pending;
    },
  };
}

/** Main refuses with a code and the right that the call needs, wrapped into Electron's own words. */
const REFUSED = /(sign_in_needed|not_allowed) ([a-z]+\.[a-z]+)/;
export function needOf(error: unknown): Need | undefined {
  const found = REFUSED.exec(error instanceof Error ? error.message : String(error));
  if (!found) return undefined;
  return { code: found[1] as 'sign_in_needed', right: found[2] as Right };
}

/** First somebody signs in, then perhaps a supervisor vouches; what is refused after that stays refused. */
const MOST_QUESTIONS = 3;

/**
 * What pages ask of their own accord, again whenever a list changes. Where these are refused (somebody has just been
 * signed out) nobody stands there who began anything: a question over the page would only be in the way.
 */
const ASKED_BY_PAGES: ReadonlySet<string> = new Set<CallName<'desk'>>([
  'listWorkers',
  'getWorker',
  'getRefusedConnections',
  'getConnectForm',
  'listContacts',
]);

/** The same bridge, whose acts ask on the spot who answers for them, and then go on by themselves. */
export function guardBridge(bridge: DeskBridge, ask: Asker['ask']): DeskBridge {
  type Call = (payload?: unknown) => Promise<unknown>;
  const guarded = Object.entries(bridge as unknown as Readonly<Record<string, Call>>).map(([name, call]) => {
    if (/^on[A-Z]/.test(name) || ASKED_BY_PAGES.has(name)) return [name, call] as const;
    const asking = async (payload?: unknown, questions = 0): Promise<unknown> => {
      try {
        return await call(payload);
      } catch (error) {
        const need = needOf(error);
        if (!need || questions >= MOST_QUESTIONS || !(await ask(need))) throw error;
        return asking(payload, questions + 1);
      }
    };
    return [name, (payload?: unknown) => asking(payload)] as const;
  });
  return Object.fromEntries(guarded) as unknown as DeskBridge;
}
