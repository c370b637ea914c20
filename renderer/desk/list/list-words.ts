import type { LIST_STATES, ListName, ListState } from '../../../preload/list-views.ts';
import type { Say } from '../words/words.ts';

/** The states that a list's people can be chosen by, in the order of a day. */
export const STATES_OF_LIST: { readonly [L in ListName]: readonly (typeof LIST_STATES)[L][number][] } = {
  feed: [],
  scheduled: ['expected', 'late', 'inside', 'left'],
  granted: ['inside', 'outside'],
  inside: ['in', 'on_break'],
  working: ['scheduled', 'in', 'on_break', 'out', 'late', 'no_show'],
  refused: [],
};

/** The word of a state as the list itself shows it. */
export function stateWord(say: Say, list: ListName, state: ListState): string {
  switch (state) {
    case 'expected':
    case 'left':
      return say(`lists.states.${state}`);
    case 'late':
      return say(list === 'working' ? 'working.states.late' : 'lists.states.late');
    case 'inside':
      return say('lists.isInside');
    case 'outside':
      return say('lists.isOutside');
    case 'scheduled':
    case 'in':
    case 'on_break':
    case 'out':
    case 'no_show':
      return say(`working.states.${state}`);
  }
}
