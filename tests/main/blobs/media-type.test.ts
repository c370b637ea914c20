import { expect, test } from 'vitest';
import { mediaTypeOf } from '../../../main/blobs/media-type.ts';

test.each<[string, string | undefined]>([
  ['89504e470d0a1a0a0000', 'image/png'],
  ['ffd8ffe000104a464946', 'image/jpeg'],
  ['52494646aabbccdd57454250', 'image/webp'],
  ['474946383961', 'image/gif'],
  ['255044462d312e34', 'application/pdf'],
  [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg">').toString('hex'), undefined],
  [Buffer.from('<!doctype html>').toString('hex'), undefined],
  ['52494646aabbccdd57415645', undefined],
  ['4d5a90', undefined],
  ['', undefined],
])('the bytes %s are %s', (hex, type) => {
  expect(mediaTypeOf(Buffer.from(hex, 'hex'))).toBe(type);
});
