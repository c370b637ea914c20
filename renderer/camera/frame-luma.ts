import { fromColour, fromPlane, type Luma } from './luma.ts';

const BRIGHTNESS_FIRST = new Set(['I420', 'I420A', 'I422', 'I444', 'NV12']);

/** Memory and canvas for turning frames into brightness, kept from frame to frame. */
export function createLumaTap() {
  let memory = new Uint8Array(0);
  let canvas: OffscreenCanvas | undefined;

  const throughCanvas = (picture: VideoFrame | ImageBitmap, width: number, height: number): Luma => {
    if (canvas?.width !== width || canvas.height !== height) canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (!context) throw new Error('an OffscreenCanvas always has a 2d context');
    context.drawImage(picture, 0, 0, width, height);
    return fromColour(context.getImageData(0, 0, width, height).data, width, height);
  };

  const ofFrame = async (frame: VideoFrame): Promise<Luma> => {
    const width = frame.visibleRect?.width ?? frame.codedWidth;
    const height = frame.visibleRect?.height ?? frame.codedHeight;
    const format = frame.format ?? '';
    const isColour = /^(RGB|BGR)[AX]$/.test(format);
    // A frame on the graphics card has no format that can be copied: drawing it is the way down.
    if (!isColour && !BRIGHTNESS_FIRST.has(format)) return throughCanvas(frame, width, height);

    const size = frame.allocationSize();
    if (memory.length < size) memory = new Uint8Array(size);
    const [plane] = await frame.copyTo(memory);
    if (!plane) throw new Error('a frame with a format has a plane');
    if (!isColour) return fromPlane(memory, plane, width, height);
    const pixels = fromPlane(memory, plane, width * 4, height).data;
    return fromColour(pixels, width, height, format.startsWith('RGB') ? 'rgba' : 'bgra');
  };

  return {
    /** The result shares memory with the next call's. The picture is closed, whatever happens: a camera has few. */
    take: async (picture: VideoFrame | ImageBitmap): Promise<Luma> => {
      try {
        return picture instanceof ImageBitmap
          ? throughCanvas(picture, picture.width, picture.height)
          : await ofFrame(picture);
      } finally {
        picture.close();
      }
    },
  };
}
