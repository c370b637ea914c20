import QRCode from 'qrcode';

/** A picture in shades of grey: one byte a pixel, rows from the top, as the camera worker gets it. */
export interface LumaFrame {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}
const HD: PictureSize = { width: 1280, height: 720 };
/** Clear modules around a QR code, as ISO/IEC 18004 asks. */
const QUIET_MODULES = 4;
const PAPER = 235;
const INK = 30;

/** What a webcam in a gatehouse sees when nobody is there: a wall, lighter on one side, and a counter. */
export function emptyScene({ width, height }: PictureSize = HD): LumaFrame {
  const data = new Uint8Array(width * height);
  const counterTop = height * 0.86;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) data[y * width + x] = y > counterTop ? 70 : 110 + Math.round((50 * x) / width);
  }
  return { width, height, data };
}

/**
 * A badge with this text, held up in the middle of the empty scene.
 * @param size Width and height of the code on the picture in pixels, quiet zone included.
 */
export function frameWithBadge(
  text: string,
  { size = 520, picture = HD }: { size?: number; picture?: PictureSize } = {},
): LumaFrame {
  const frame = emptyScene(picture);
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const across = modules.size + 2 * QUIET_MODULES;
  const left = Math.round((frame.width - size) / 2);
  const top = Math.round((frame.height - size) / 2);
  for (let y = 0; y < size; y++) {
    const row = Math.floor((y * across) / size) - QUIET_MODULES;
    for (let x = 0; x < size; x++) {
      const column = Math.floor((x * across) / size) - QUIET_MODULES;
      const outside = row < 0 || column < 0 || row >= modules.size || column >= modules.size;
      frame.data[(top + y) * frame.width + left + x] = !outside && modules.get(row, column) ? INK : PAPER;
    }
  }
  return frame;
}
