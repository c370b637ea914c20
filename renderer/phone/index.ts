import type { RollRowView, RollView } from '../../preload/muster-views.ts';
import './phone.css';
import { createQueue, type PhoneMark, type Sent } from './queue.ts';
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

function make<K extends keyof HTMLElementTagNameMap>(tag: K, className: string, text = ''): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}

const summary = make('p', 'summary');
const waiting = make('p', 'waiting');
const search = make('input', 'search');
const list = make('ul', 'list');
search.type = 'search';
search.placeholder = words.search;
search.setAttribute('aria-label', words.search);
search.addEventListener('input', draw);
summary.setAttribute('aria-live', 'polite');

/** What this phone said and the gate does not have yet shows at once. */
function stateOf(row: RollRowView): RollRowView['state'] {
  const own = queue
    .waiting()
    .filter(({ person }) => 'workerId' in person && person.workerId === row.workerId)
    .at(-1);
  return own?.mark ?? row.state;
}
const isOpen = (row: RollRowView): boolean => ['unmarked', 'missing'].includes(stateOf(row));

function draw(): void {
  const rows = roll?.rows ?? [];
  const open = rows.filter(isOpen).length;
  summary.textContent = words.left.replace('{open}', String(open)).replace('{total}', String(rows.length));
  const count = queue.waiting().length;
  waiting.textContent = isOver ? words.over : count > 0 ? words.waiting.replace('{count}', String(count)) : '';
  const wanted = search.value.trim().toLocaleLowerCase();
  const found = rows.filter(({ name }) => name.toLocaleLowerCase().includes(wanted));
  // Phones are older than gates: no toSorted() here.
  const shown = [...found.filter(isOpen), ...found.filter((row) => !isOpen(row))];
  list.replaceChildren(...shown.map(line));
}

function line(row: RollRowView): HTMLElement {
  const state = stateOf(row);
  const item = make('li', 'line');
  item.dataset['state'] = state;
  const name = make('p', 'name');
  name.append(make('bdi', '', row.name));
  item.append(name, make('p', 'company', row.contractorName ?? ''));
  const marks = isOpen(row) ? (['safe', 'missing'] as const).filter((mark) => mark !== state) : (['unmarked'] as const);
  for (const mark of row.workerId === undefined || isOver ? [] : marks) {
    const button = make('button', `mark ${mark}`, mark === 'unmarked' ? words.back : words[mark]);
    button.type = 'button';
    button.setAttribute('aria-label', `${button.textContent}: ${row.name}`);
    button.addEventListener('click', () => say(row, mark));
    item.append(button);
  }
  return item;
}

function say({ workerId }: RollRowView, mark: PhoneMark['mark']): void {
  if (workerId === undefined || !roll) return;
  queue.add({ musterId: roll.musterId, person: { workerId }, mark, markId: newId(), by });
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

function begin(): void {
  root.replaceChildren(make('h1', 'title', words.title), summary, waiting, search, list);
  const go = (): void => void look().finally(() => !isOver && setTimeout(go, EVERY_MS));
  go();
}

function askWho(): void {
  const form = make('form', 'who');
  const label = make('label', '', words.who);
  const field = make('input', 'search');
  field.required = true;
  field.maxLength = 100;
  label.append(field);
  form.append(make('h1', 'title', words.title), label, make('button', 'mark safe', words.go));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    by = field.value.trim();
    if (by !== '') begin();
  });
  root.replaceChildren(form);
}
askWho();
