import {
  BinaryBitmap,
  DecodeHintType,
  HybridBinarizer,
  InvertedLuminanceSource,
  type LuminanceSource,
  QRCodeReader,
  RGBLuminanceSource,
} from '@zxing/library';
import { around, type Decoder } from './decode.ts';

const HINTS = new Map([[DecodeHintType.TRY_HARDER, true]]);

/** For a machine where WebAssembly can't start. It reads less and slower, and nothing that the other one misses. */
export function makeJsDecoder(): Decoder {
  const reader = new QRCodeReader();
  const read = (source: LuminanceSource) => {
    try {
      const result = reader.decode(new BinaryBitmap(new HybridBinarizer(source)), HINTS);
      const points = result.getResultPoints().map((point) => ({ x: point.getX(), y: point.getY() }));
      return { text: result.getText(), box: around(points) };
    } catch {
      // The library's way to say that there is no code in the picture.
      return undefined;
    }
  };
  return {
    name: 'zxing-js',
    find: async ({ width, height, data }) => {
      const source = new RGBLuminanceSource(new Uint8ClampedArray(data), width, height);
      return read(source) ?? read(new InvertedLuminanceSource(source));
    },
  };
}
