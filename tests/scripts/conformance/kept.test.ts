import { describe, expect, test } from 'vitest';
import { MAIN_GATE } from '../../../central/demo/site.ts';
import { createEnrolmentCode } from '../../../central/devices/enrolment.ts';
import { readOptions } from '../../../scripts/conformance/options.ts';
import { lineOf, summaryOf } from '../../../scripts/conformance/report.ts';
import { CHECKS, runChecks } from '../../../scripts/conformance/run.ts';
import { ADMIN_TOKEN, startCentral } from '../../central/running-central.ts';
import { RIVERSIDE } from '../../../central/demo/site.ts';

describe('issue 6.7: our own central', () => {
  test('keeps every rule', async () => {
    const { url } = await startCentral({ streamCommentMs: 20 });
    const options = readOptions([url, '--admin-token', ADMIN_TOKEN, '--gate', MAIN_GATE]);
    if (!options) throw new Error('these options ask for no help');
    const all = await runChecks(options, () => undefined);
    expect(all.filter(({ outcome }) => outcome !== 'kept')).toEqual([]);
  });

  test('keeps every rule that a code alone lets one try', async () => {
    const { url, central } = await startCentral({ streamCommentMs: 20, admin: false });
    const code = await createEnrolmentCode(central, { id: MAIN_GATE, locationId: RIVERSIDE });
    const options = readOptions([url, '--code', code]);
    if (!options) throw new Error('these options ask for no help');
    const all = await runChecks(options, () => undefined);
    expect(all.filter(({ outcome }) => outcome !== 'kept').map(({ id, outcome }) => [id, outcome])).toEqual([
      ['code_expired', 'not_tried'],
      ['device_revoked', 'not_tried'],
    ]);
  });
});

test('every check has an id of its own and is a sentence', () => {
  expect(new Set(CHECKS.map(({ id }) => id)).size).toBe(CHECKS.length);
  expect(CHECKS.filter(({ says }) => !/^[A-Z0-9].*\.$/.test(says) && !says.endsWith('.'))).toEqual([]);
});

test('the report names the clause, the rule and what was seen instead', () => {
  const found = {
    id: 'gap',
    clause: 'Up: events',
    says: 'It is flagged.',
    outcome: 'not_kept',
    why: 'said accepted',
  } as const;
  expect(lineOf(found)).toBe('NOT KEPT   [Up: events] It is flagged.\n           said accepted');
  expect(summaryOf([found])).toBe('0 rules kept, 1 not kept, 0 not tried.');
});

test.each([
  { args: ['nowhere', '--code', 'A'], says: /no address/ },
  { args: ['http://central.example'], says: /--code or --admin-token/ },
  { args: ['http://central.example', '--admin-token', 'A'], says: /needs --gate/ },
  { args: ['http://central.example', '--code', 'A', '--patience', 'long'], says: /no number of seconds/ },
  { args: ['http://central.example', '--colour'], says: /colour/ },
])('$args is answered with advice', ({ args, says }) => {
  expect(() => readOptions(args)).toThrow(says);
});
