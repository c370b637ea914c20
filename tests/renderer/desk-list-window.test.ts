import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ListAnswer, ListRequest } from '../../preload/views.ts';
import { COALESCE_MS, makeListWindow } from '../../renderer/desk/data/list-window.ts';
import { STATES } from './fixtures-desk.ts';

const PEOPLE = STATES.long.scheduled;

/** Main, as the window sees it: answers from a list that may change, and remembers what was asked. */
function makeMain() {
  const requests: ListRequest[] = [];
  const main = {
    requests,
    rows: PEOPLE,
    broken: false,
    getList(request: ListRequest): Promise<ListAnswer> {
      requests.push(request);
      if (main.broken) return Promise.reject(new Error('main went away'));
      const found = main.rows.filter(({ name }) => name.includes(request.query));
      return Promise.resolve({
        scheduled: { rows: found.slice(request.offset, request.offset + request.limit), total: found.length },
      });
    },
  };
  return main;
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());
const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(COALESCE_MS * 3);

async function opened() {
  const main = makeMain();
  const window = makeListWindow(main, 'scheduled');
  window.start();
  await settle();
  return { main, window };
}

describe('a window onto a long list', () => {
  test('asks for its first page alone', async () => {
    const { main, window } = await opened();
    expect(main.requests).toEqual([{ list: 'scheduled', query: '', offset: 0, limit: 100 }]);
    expect(window.view.get().total).toBe(100_000);
  });

  test('asks once for both pages when the view spans them', async () => {
    const { main, window } = await opened();
    window.show(5_190, 5_215);
    await settle();
    expect(main.requests.slice(1)).toEqual([{ list: 'scheduled', query: '', offset: 5_100, limit: 200 }]);
    expect(window.rowAt(5_201)?.key).toBe(PEOPLE[5_201]?.key);
  });

  test('does not ask again for a page that it has', async () => {
    const { main, window } = await opened();
    window.show(10, 40);
    await settle();
    expect(main.requests).toHaveLength(1);
  });

  test('answers a burst of changes with one question, for what is on screen', async () => {
    const { main, window } = await opened();
    window.show(700, 720);
    await settle();
    for (let push = 0; push < 50; push++) window.refresh();
    await settle();
    expect(main.requests.slice(2)).toEqual([{ list: 'scheduled', query: '', offset: 700, limit: 100 }]);
  });

  test('keeps the old rows in view until the new ones are there', async () => {
    const { main, window } = await opened();
    main.rows = PEOPLE.slice(1);
    window.refresh();
    expect(window.rowAt(0)?.key).toBe(PEOPLE[0]?.key);
    await settle();
    expect(window.rowAt(0)?.key).toBe(PEOPLE[1]?.key);
  });

  test('asks for the last of several searches typed quickly', async () => {
    const { main, window } = await opened();
    for (const query of ['A', 'Am', 'Ami']) window.search(query);
    await settle();
    expect(main.requests.slice(1).map(({ query }) => query)).toEqual(['Ami']);
  });

  test('drops an answer to a search that was typed over', async () => {
    const { window } = await opened();
    window.search('Amina');
    await vi.advanceTimersByTimeAsync(COALESCE_MS);
    window.search('Tomasz');
    await settle();
    expect(window.rowAt(0)?.name).toContain('Tomasz');
  });

  test('says that main did not answer, and asks again with the next change', async () => {
    const { main, window } = await opened();
    main.broken = true;
    window.refresh();
    await settle();
    expect(window.view.get()).toMatchObject({ unanswered: true, total: 100_000 });
    main.broken = false;
    window.refresh();
    await settle();
    expect(window.view.get().unanswered).toBe(false);
  });

  test('asks nothing more once it is stopped', async () => {
    const { main, window } = await opened();
    window.stop();
    window.refresh();
    await settle();
    expect(main.requests).toHaveLength(1);
  });
});
