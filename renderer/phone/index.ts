import type { RollFound, RollRowView, RollView } from '../../preload/muster-views.ts';
import { button, field, make } from './dom.ts';
import { foundForm } from './found.ts';
import './phone.css';
import { photoOf } from './photo.ts';
import { createQueue, type PhoneMark, type Sent } from './queue.ts';
import { foundMark, isOpen, personOf, shownRows } from './rows.ts';
import { languageOf, phoneWords } from './words.ts';

const EVERY_MS = 2000;
const language = languageOf(navigator.languages);
const words = phoneWords(language);
document.documentElement.lang = language;
document.documentElement.dir = language === 'ar' ? 'rtl' : 'ltr';
document.title = words.title;
const root = document.getElementById('phone') as HTMLElement;

let by = '';
let roll: RollView | undefined;
let isOver = false;
/** What the list was drawn from: under a thumb it changes only when there is something to change. */
let drawn = '';
/** Of whom this phone found, until the gate's list has them. */
const names = new Map<string, string>();

/** An insecure address has no crypto.randomUUID; this id only has to differ from other marks' ids. */
const newId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((one) => one.toString(16).padStart(2, '0')).join('');

async function send(mark: PhoneMark): Promise<Sent> {
  try {
    const answer = await fetch('mark', { method: 'POST', body: JSON.stringify(mark) });
    if (answer.status === 410 || answer.status === 404) return 'over';
    return answer.ok || answer.status === 400 ? 'taken' : 'later';
  } catch {
    return 'later';
  }
}
const queue = createQueue(send);

async function find(query: string): Promise<readonly RollFound[]> {
  try {
    const answer = await fetch(`found?q=${encodeURIComponent(query)}`);
    return answer.ok ? ((await answer.json()) as RollFound[]) : [];
  } catch {
    return [];
  }
}

const summary = make('p', 'summary');
const waiting = make('p', 'waiting');
const search = field(words.search, 100);
const list = make('ul', 'list');
const others = button('mark found', words.found, askFound);
search.type = 'search';
search.placeholder = words.search;
search.addEventListener('input', draw);
summary.setAttribute('aria-live', 'polite');

function draw(): void {
  const rows = shownRows(roll, queue.waiting(), names);
  const open = rows.filter(isOpen).length;
  const wanted = search.value.trim().toLocaleLowerCase();
  const shown = rows.filter(({ name }) => name.toLocaleLowerCase().includes(wanted));
  const count = queue.waiting().length;
  const now = JSON.stringify([shown, rows.length, open, count, isOver]);
  if (now === drawn) return;
  drawn = now;
  summary.textContent = words.left.replace('{open}', String(open)).replace('{total}', String(rows.length));
  waiting.textContent = isOver ? words.over : count > 0 ? words.waiting.replace('{count}', String(count)) : '';
  others.hidden = isOver;
  list.replaceChildren(...shown.map(line));
}

function line(row: RollRowView): HTMLElement {
  const { state } = row;
  const item = make('li', 'line');
  item.dataset['state'] = state;
  const who = make('div', 'line-who');
  const name = make('p', 'name');
  name.append(make('bdi', '', row.name));
  who.append(name, make('p', 'company', row.contractorName ?? ''));
  if (state !== 'unmarked') who.append(make('p', 'state', words.states[state]));
  const acts = make('div', 'line-acts');
  item.append(photoOf(row), who, acts);
  const marks = isOpen(row) ? (['safe', 'missing'] as const).filter((mark) => mark !== state) : (['unmarked'] as const);
  for (const mark of isOver ? [] : marks) {
    const act = button(`mark ${mark}`, mark === 'unmarked' ? words.back : words[mark], () => say(personOf(row), mark));
    act.setAttribute('aria-label', `${act.textContent}: ${row.name}`);
    acts.append(act);
  }
  return item;
}

function say(person: PhoneMark['person'], mark: PhoneMark['mark']): void {
  if (!roll) return;
  queue.add({ musterId: roll.musterId, person, mark, markId: newId(), by });
  draw();
  void look();
}

async function look(): Promise<void> {
  isOver = !(await queue.flush()) || isOver;
  try {
    const answer = await fetch('roll');
    if (answer.ok) roll = (await answer.json()) as RollView;
    else isOver = answer.status === 410 || isOver;
  } catch {
    // No network here: what is on the screen stays, and the next look is near.
  }
  draw();
}

function showList(): void {
  root.replaceChildren(make('h1', 'title', words.title), summary, waiting, others, search, list);
}

function begin(): void {
  showList();
  const go = (): void => void look().finally(() => !isOver && setTimeout(go, EVERY_MS));
  go();
}

function askFound(): void {
  const onFound = (person: PhoneMark['person'], name: string): void => {
    if ('workerId' in person) names.set(person.workerId, name);
    if (roll) say(person, foundMark(roll, person));
    showList();
  };
  root.replaceChildren(foundForm({ words, find, onFound, onClose: showList }));
  root.querySelector('input')?.focus();
}

function askWho(): void {
  const form = make('form', 'who');
  const label = make('label', '', words.who);
  const asked = field(words.who, 100);
  asked.required = true;
  label.append(asked);
  form.append(make('h1', 'title', words.title), label, make('button', 'mark safe', words.go));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    by = asked.value.trim();
    if (by !== '') begin();
  });
  root.replaceChildren(form);
}
askWho();
