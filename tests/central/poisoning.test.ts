import { expect, test } from 'vitest';
import { workerIdOf } from '../../central/demo/people.ts';
import { enrolled, startCentral } from './running-central.ts';

test.each(['{"__proto__": {"seq": 1}}', '{"constructor": {"prototype": {}}}'])(
  'a field that would reach into the program, %s, holds up no other event of its push',
  async (text) => {
    const device = await enrolled(await startCentral());
    const results = await device.push(JSON.parse(text), device.checkIn(workerIdOf('amara')));
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'accepted']);
  },
);
