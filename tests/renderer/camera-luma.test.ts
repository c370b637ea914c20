import { expect, test } from 'vitest';
import { crop, enlargedTwice, fromColour, fromPlane, mean, sampleGrid, toPgm } from '../../renderer/camera/luma.ts';

const luma = (width: number, ...data: number[]) => ({
  width,
  height: data.length / width,
  data: Uint8Array.from(data),
});

test('the padding at the end of rows and what lies before the plane are left out', () => {
  const buffer = Uint8Array.from([99, 99, 1, 2, 3, 0, 4, 5, 6, 0]);
  expect(fromPlane(buffer, { offset: 2, stride: 4 }, 3, 2)).toEqual(luma(3, 1, 2, 3, 4, 5, 6));
});

test('a plane without padding is not copied', () => {
  const buffer = Uint8Array.from([9, 1, 2, 3, 4]);
  const plane = fromPlane(buffer, { offset: 1, stride: 2 }, 2, 2);
  expect(plane.data.buffer).toBe(buffer.buffer);
  expect(plane).toEqual(luma(2, 1, 2, 3, 4));
});

test.each([
  ['white', [255, 255, 255, 255], 255],
  ['black', [0, 0, 0, 255], 0],
  ['red', [255, 0, 0, 255], 77],
  ['green', [0, 255, 0, 255], 149],
  ['blue', [0, 0, 255, 255], 29],
])('%s has its brightness in either order of colours', (_, [red, green, blue, alpha], expected) => {
  expect(fromColour(Uint8Array.from([red!, green!, blue!, alpha!]), 1, 1).data[0]).toBe(expected);
  expect(fromColour(Uint8Array.from([blue!, green!, red!, alpha!]), 1, 1, 'bgra').data[0]).toBe(expected);
});

test('a crop stays inside of the picture', () => {
  const cropped = crop(luma(3, 1, 2, 3, 4, 5, 6, 7, 8, 9), { x: 1, y: -2, width: 9, height: 4 });
  expect(cropped.luma).toEqual(luma(2, 2, 3, 5, 6));
  expect(cropped.box).toEqual({ x: 1, y: 0, width: 2, height: 2 });
});

test('enlarging keeps every pixel and puts means between', () => {
  expect(enlargedTwice(luma(2, 0, 100, 200, 40))).toEqual(
    luma(4, 0, 50, 100, 100, 100, 85, 70, 70, 200, 120, 40, 40, 200, 120, 40, 40),
  );
});

test('the grid takes the middle of each 16-pixel square', () => {
  const data = new Uint8Array(32 * 16);
  data[8 * 32 + 8] = 7;
  data[8 * 32 + 24] = 9;
  expect(sampleGrid({ width: 32, height: 16, data })).toEqual(luma(2, 7, 9));
});

test('the mean of a picture is its brightness', () => {
  expect(mean(luma(2, 10, 20, 30, 40))).toBe(25);
});

test('a PGM is its header and the pixels', () => {
  expect(Buffer.from(toPgm(luma(2, 65, 66, 67, 68))).toString('latin1')).toBe('P5\n2 2\n255\nABCD');
});
