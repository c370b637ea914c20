import { describe, expect, test } from 'vitest';
import { createOpenFile, type FileDoors } from '../../../main/files/open-file.ts';
import { safeName } from '../../../main/files/safe-name.ts';
import type { FileAnswer } from '../../../preload/person-views.ts';
import type { Ground } from '../../../main/ground.ts';

const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const PDF = new TextEncoder().encode('%PDF-1.7');

test.each([
  ['First aid.pdf', PDF, 'First aid.pdf'],
  ['Scan.PDF', PDF, 'Scan.PDF'],
  ['photo', PNG, 'photo.png'],
  ['photo.exe', PNG, 'photo.exe.png'],
  ['../../etc/passwd', undefined, '__.._etc_passwd'],
  ['C:\\Users\\x.pdf', PDF, 'C__Users_x.pdf'],
  ['CON.pdf', PDF, '_CON.pdf'],
  ['conditions.pdf', PDF, 'conditions.pdf'],
  ['invoice\u202Efdp.exe', undefined, 'invoicefdp.exe'],
  ['.hidden', undefined, '_hidden'],
  ['ends with dots...', undefined, 'ends with dots'],
  ['', undefined, 'file'],
  ['', PDF, 'file.pdf'],
  ['Ubezpieczenie – Łukasz.pdf', PDF, 'Ubezpieczenie – Łukasz.pdf'],
  [`${'x'.repeat(300)}.pdf`, PDF, `${'x'.repeat(146)}.pdf`],
])('the file %j is saved under a name that harms nobody', (name, bytes, safe) => {
  expect(safeName(name, bytes)).toBe(safe);
});

describe('a certificate that is a picture or a PDF', () => {
  const paper = (content: Uint8Array, saveAs: FileDoors['saveAs']) => {
    const shown: string[] = [];
    const cache = { get: () => ({ sha256: 'a'.repeat(64), name: 'First aid.pdf' }) };
    const ground = { cache, blobs: { get: async () => ({ ok: true, value: content }) } } as unknown as Ground;
    const doors: FileDoors = { showPdf: (_, name) => void shown.push(name), saveAs };
    return { open: createOpenFile(ground), doors, shown };
  };

  test.each([
    ['a picture', PNG],
    ['a PDF', PDF],
  ])('%s is saved when that is asked for, and not shown', async (_what, content) => {
    const saved: unknown[] = [];
    const { open, doors, shown } = paper(content, async (name, bytes) => {
      saved.push(name, bytes);
      return true;
    });
    expect(await open('document-1', 'save', doors)).toEqual({ came: 'saved' });
    expect([saved, shown]).toEqual([['First aid.pdf', content], []]);
  });

  test.each<[string, FileDoors['saveAs'], FileAnswer]>([
    ['staff change their mind', async () => false, { came: 'cancelled' }],
    ['the place takes no file', async () => Promise.reject(new Error('ENOSPC')), { came: 'fault', fault: 'not_saved' }],
  ])('is not saved when %s', async (_what, saveAs, answer) => {
    const { open, doors } = paper(PDF, saveAs);
    expect(await open('document-1', 'save', doors)).toEqual(answer);
  });
});
