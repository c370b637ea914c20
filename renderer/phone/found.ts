import type { RollFound } from '../../preload/muster-views.ts';
import { button, field, make } from './dom.ts';
import { photoOf } from './photo.ts';
import type { PhoneMark } from './queue.ts';
import type { PhoneWords } from './words.ts';

/** What is typed is looked up when typing has paused for this long. */
const PAUSE_MS = 250;
const MOST_CHARACTERS = 200;

export interface FoundFormParts {
  readonly words: PhoneWords;
  /** Whom the gate knows by it; none while the gate is not reached, and then the name alone is written down. */
  readonly find: (query: string) => Promise<readonly RollFound[]>;
  readonly onFound: (person: PhoneMark['person'], name: string) => void;
  readonly onClose: () => void;
}

/** Somebody is here who is on no list: known to the gate by name or badge, or by whatever name they give. */
export function foundForm({ words, find, onFound, onClose }: FoundFormParts): HTMLFormElement {
  const form = make('form', 'who');
  const label = make('label', '', words.foundName);
  const typed = field(words.foundName, MOST_CHARACTERS);
  const known = make('ul', 'list');
  const add = make('button', 'mark safe', words.foundAdd);
  typed.required = true;
  label.append(typed);
  form.append(make('h1', 'title', words.foundTitle), label, known, add, button('mark', words.cancel, onClose));

  const choice = (person: RollFound): HTMLElement => {
    const item = make('li', '');
    const chosen = button('known', '', () => onFound({ workerId: person.workerId }, person.name));
    const who = make('span', 'known-who');
    who.append(make('bdi', 'name', person.name), make('bdi', 'company', person.contractorName ?? ''));
    chosen.append(photoOf(person), who);
    item.append(chosen);
    return item;
  };
  const look = async (): Promise<void> => {
    const query = typed.value.trim();
    const people = await find(query);
    if (query === typed.value.trim()) known.replaceChildren(...people.map(choice));
  };
  let pause: ReturnType<typeof setTimeout> | undefined;
  typed.addEventListener('input', () => {
    clearTimeout(pause);
    pause = setTimeout(() => void look(), PAUSE_MS);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const name = typed.value.trim();
    if (name !== '') onFound({ name }, name);
  });
  return form;
}
