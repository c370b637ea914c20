import { expect, test } from 'vitest';
import { letSomeIn } from '../../central/demo/inside.ts';
import { enrolled, startCentral } from './running-central.ts';

test('a demo that is busy has people inside, and each came in by an act that is told', async () => {
  const running = await startCentral();
  await letSomeIn(running.central);
  await letSomeIn(running.central);
  const told = [...(await (await enrolled(running)).copy()).cache.values()];
  const of = (entity: string) => told.filter((each) => each.entity === entity).map(({ data }) => data?.['workerId']);
  expect(of('presence')).toHaveLength(5);
  expect(new Set(of('activity'))).toEqual(new Set(of('presence')));
});
