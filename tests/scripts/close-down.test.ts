import { expect, test } from 'vitest';
import { createCloseDown } from '../../scripts/start/close-down.ts';

test('closes what was opened last first, and everything once', async () => {
  const closed: string[] = [];
  const closeDown = createCloseDown();
  closeDown.add(() => void closed.push('central'));
  closeDown.add(() => void closed.push('app'));
  await Promise.all([closeDown.run(), closeDown.run()]);
  expect(closed).toEqual(['app', 'central']);
});

test('closes what comes too late, and tells who brought it', async () => {
  const closed: string[] = [];
  const closeDown = createCloseDown();
  await closeDown.run();
  expect(() => closeDown.add(() => void closed.push('late'))).toThrow('Stopped while starting');
  await closeDown.run();
  expect(closed).toEqual(['late']);
});
