import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { parseSettings } from '../../../main/settings.ts';
import { supportFile } from '../../../main/support/support-file.ts';
import { zipped } from '../../../main/support/zip.ts';
import type { DeskStatus } from '../../../preload/views.ts';
import { STATES } from '../../renderer/fixtures-desk.ts';
import { newHome, START_MS } from '../fixtures.ts';

const STATUS: DeskStatus = {
  ...STATES.busy.status,
  nowMs: START_MS,
  expecting: { workerId: 'w', name: 'Amina Diallo' },
};

test('G12: the file tells of the gate, its line and its log, and of nobody', async () => {
  const home = newHome();
  mkdirSync(path.join(home, 'log'));
  writeFileSync(path.join(home, 'log', 'gatehouse.ndjson'), '{"msg":"started"}\n');
  const zip = await supportFile({
    home,
    status: () => STATUS,
    settings: () => parseSettings({}).settings,
    journal: () => ({ events: 3, whole: true, durable: true }),
    reach: () => Promise.resolve([{ step: 'line', result: 'bad', detail: 'ECONNREFUSED' }]),
  });
  const files = Object.entries(unzipSync(zip)).map(([name, bytes]) => [name, strFromU8(bytes)] as const);
  expect(files.map(([name]) => name)).toEqual([
    'about.json',
    'state.json',
    'settings.json',
    'reach.json',
    'journal.json',
    'log/gatehouse.ndjson',
  ]);
  const all = files.map(([, text]) => text).join('');
  expect(all).toContain('ECONNREFUSED');
  expect(all).toContain('{"msg":"started"}');
  expect(all).not.toContain('Amina');
});

test('a long file is packed piece by piece, with room for a badge between', async () => {
  let turns = 0;
  const bytes = new Uint8Array(300_000).map((_, i) => i % 251);
  const zip = await zipped([{ name: 'log', bytes }], async () => {
    turns += 1;
  });
  expect(turns).toBe(5);
  expect(unzipSync(zip)['log']).toEqual(bytes);
});
