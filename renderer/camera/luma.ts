/** A picture's brightness, row by row without gaps: 0 black, 255 white. */
export interface Luma {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** In pixels of the picture that it was found in. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where a plane lies in the buffer that `VideoFrame.copyTo` filled (WebCodecs, PlaneLayout). */
export interface PlaneLayout {
  readonly offset: number;
  readonly stride: number;
}

/** The Y plane of a frame without the padding at the end of its rows. Shares the buffer where there is none. */
export function fromPlane(buffer: Uint8Array, { offset, stride }: PlaneLayout, width: number, height: number): Luma {
  if (stride === width) return { width, height, data: buffer.subarray(offset, offset + width * height) };
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const start = offset + y * stride;
    data.set(buffer.subarray(start, start + width), y * width);
  }
  return { width, height, data };
}

/** @param order `rgba` also stands for RGBX, `bgra` for BGRX. Weights of ITU-R BT.601, in 256ths. */
export function fromColour(
  pixels: Uint8Array | Uint8ClampedArray,
  width: number,
  height: number,
  order: 'rgba' | 'bgra' = 'rgba',
): Luma {
  const [red, blue] = order === 'rgba' ? [77, 29] : [29, 77];
  const data = new Uint8Array(width * height);
  for (let i = 0, p = 0; i < data.length; i++, p += 4) {
    data[i] = (red * pixels[p]! + 150 * pixels[p + 1]! + blue * pixels[p + 2]! + 128) >> 8;
  }
  return { width, height, data };
}

/** The part of a picture inside a box, which may reach over its edges. */
export function crop(luma: Luma, box: Box): { readonly luma: Luma; readonly box: Box } {
  const x = Math.max(0, Math.floor(box.x));
  const y = Math.max(0, Math.floor(box.y));
  const width = Math.max(1, Math.min(luma.width, Math.ceil(box.x + box.width)) - x);
  const height = Math.max(1, Math.min(luma.height, Math.ceil(box.y + box.height)) - y);
  const data = new Uint8Array(width * height);
  for (let row = 0; row < height; row++) {
    const start = (y + row) * luma.width + x;
    data.set(luma.data.subarray(start, start + width), row * width);
  }
  return { luma: { width, height, data }, box: { x, y, width, height } };
}

/** Where badges are held when they are held before the middle of the picture. */
export const middleOf = ({ width, height }: Pick<Luma, 'width' | 'height'>): Box => ({
  x: width * 0.2,
  y: height * 0.1,
  width: width * 0.6,
  height: height * 0.8,
});

/** A box with a share of its size more on each side. */
export const grown = ({ x, y, width, height }: Box, share: number): Box => ({
  x: x - width * share,
  y: y - height * share,
  width: width * (1 + 2 * share),
  height: height * (1 + 2 * share),
});

/** Twice the size, with the pixels between interpolated: small modules become large enough for the decoder's grid. */
export function enlargedTwice({ width, height, data }: Luma): Luma {
  const wide = width * 2;
  const large = new Uint8Array(wide * height * 2);
  for (let y = 0; y < height; y++) {
    const row = y * width;
    const below = Math.min(y + 1, height - 1) * width;
    let out = y * 2 * wide;
    for (let x = 0; x < width; x++, out += 2) {
      const right = Math.min(x + 1, width - 1);
      const [here, east, south, across] = [data[row + x]!, data[row + right]!, data[below + x]!, data[below + right]!];
      large[out] = here;
      large[out + 1] = (here + east + 1) >> 1;
      large[out + wide] = (here + south + 1) >> 1;
      large[out + wide + 1] = (here + east + south + across + 2) >> 2;
    }
  }
  return { width: wide, height: height * 2, data: large };
}

/** Each pixel against the mean of its neighbourhood: evens out glare and shadow and stretches what contrast is left. */
export function localContrast({ width, height, data }: Luma, radius = 24): Luma {
  const sums = summedArea({ width, height, data });
  const wide = width + 1;
  const out = new Uint8Array(data.length);
  for (let y = 0; y < height; y++) {
    const [top, bottom] = [Math.max(0, y - radius), Math.min(height, y + radius + 1)];
    for (let x = 0; x < width; x++) {
      const [left, right] = [Math.max(0, x - radius), Math.min(width, x + radius + 1)];
      const total =
        sums[bottom * wide + right]! -
        sums[top * wide + right]! -
        sums[bottom * wide + left]! +
        sums[top * wide + left]!;
      const mean = total / ((bottom - top) * (right - left));
      out[y * width + x] = Math.max(0, Math.min(255, 128 + 3 * (data[y * width + x]! - mean)));
    }
  }
  return { width, height, data: out };
}

/** Sum of everything above and left of a pixel, with a row and a column of zeros before. */
function summedArea({ width, height, data }: Luma): Uint32Array {
  const wide = width + 1;
  const sums = new Uint32Array(wide * (height + 1));
  for (let y = 0; y < height; y++) {
    let row = 0;
    for (let x = 0; x < width; x++) {
      row += data[y * width + x]!;
      sums[(y + 1) * wide + x + 1] = sums[y * wide + x + 1]! + row;
    }
  }
  return sums;
}

/** One pixel in every `step`, along both sides: enough to tell a still scene from a badge coming in. */
export function sampleGrid({ width, height, data }: Luma, step = 16): Luma {
  const columns = Math.max(1, Math.floor(width / step));
  const rows = Math.max(1, Math.floor(height / step));
  const grid = new Uint8Array(columns * rows);
  const half = step >> 1;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const x = Math.min(width - 1, column * step + half);
      const y = Math.min(height - 1, row * step + half);
      grid[row * columns + column] = data[y * width + x]!;
    }
  }
  return { width: columns, height: rows, data: grid };
}

export function mean({ data }: Luma): number {
  let sum = 0;
  for (const value of data) sum += value;
  return data.length === 0 ? 0 : sum / data.length;
}

/** Binary PGM (Netpbm): the decoder's only public way in for brightness alone. */
export function toPgm({ width, height, data }: Luma): Uint8Array {
  const header = new TextEncoder().encode(`P5\n${width} ${height}\n255\n`);
  const file = new Uint8Array(header.length + data.length);
  file.set(header);
  file.set(data, header.length);
  return file;
}
