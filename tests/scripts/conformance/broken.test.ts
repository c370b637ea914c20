import { expect, test } from 'vitest';
import { MAIN_GATE } from '../../../central/demo/site.ts';
import { readOptions } from '../../../scripts/conformance/options.ts';
import { CHECKS, runChecks } from '../../../scripts/conformance/run.ts';
import { ADMIN_TOKEN, startCentral } from '../../central/running-central.ts';
import { breakingProxy } from './breaking-proxy.ts';
import { breaks } from './breaks.ts';

const NAMES = Object.keys(breaks());

async function notKept(name: string): Promise<string[]> {
  const { url } = await startCentral({ streamCommentMs: 20 });
  const proxy = await breakingProxy(url, breaks()[name] ?? {});
  const options = readOptions([proxy, '--admin-token', ADMIN_TOKEN, '--gate', MAIN_GATE, '--patience', '1']);
  if (!options) throw new Error('these options ask for no help');
  const all = await runChecks(options, () => undefined);
  return all.filter(({ outcome }) => outcome !== 'kept').map(({ id }) => id);
}

test('issue 6.7: behind a proxy that breaks nothing every rule is kept', async () => {
  expect(await notKept('nothing')).toEqual([]);
});

test.each(NAMES)('issue 6.7: a central that breaks "%s" is told so, and of nothing else', async (name) => {
  expect(await notKept(name)).toEqual([name]);
});

test('every check but the enrolment itself has a central that breaks it', () => {
  const unbroken = CHECKS.map(({ id }) => id).filter((id) => !NAMES.includes(id));
  expect(unbroken).toEqual(['enrol']);
});
