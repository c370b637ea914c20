import Database from 'better-sqlite3';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { audit } from '../../../central/audit/audit.ts';
import { startCentral } from '../running-central.ts';

test.each([`update audit set actor = 'nobody'`, 'delete from audit'])('the database refuses: %s', async (order) => {
  const { central, directory } = await startCentral();
  await audit(central, { actor: 'operator', action: 'signed_in' });
  const file = new Database(join(directory, 'central.sqlite'));
  expect(() => file.exec(order)).toThrow(/the audit is never (edited|shortened)/);
  file.close();
});
