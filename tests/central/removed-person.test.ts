import { expect, test } from 'vitest';
import { ADMIN_TOKEN, call, enrolled, startCentral } from './running-central.ts';

test('somebody who is removed is gone from every gate with all that is about them, and others stay', async () => {
  const running = await startCentral();
  const gate = await enrolled(running);
  const before = [...(await gate.copy()).cache.values()];
  const badge = before.find(({ entity }) => entity === 'badge');
  const workerId = String(badge?.data?.['workerId']);
  const about = (all: typeof before) => all.filter((one) => JSON.stringify(one).includes(workerId));
  expect(about(before).map(({ entity }) => entity)).toEqual(expect.arrayContaining(['worker', 'badge', 'connection']));

  const path = `/v1/admin/workers/${workerId}/remove`;
  expect((await call(running, path, { method: 'POST', token: ADMIN_TOKEN })).status).toBe(200);
  const after = [...(await gate.copy()).cache.values()];
  expect(
    about(after)
      .map(({ entity }) => entity)
      .filter((entity) => entity !== 'timesheet' && entity !== 'activity'),
  ).toEqual([]);
  expect(after.filter(({ entity }) => entity === 'worker')).toHaveLength(
    before.filter(({ entity }) => entity === 'worker').length - 1,
  );
  expect((await call(running, path, { method: 'POST', token: ADMIN_TOKEN })).status).toBe(404);
});
