/** What page and camera worker say to each other. Pictures go one way, texts the other. */
export type ToWorker =
  /** Frames to read until the stream ends; it takes the place of the one before. */
  | { readonly kind: 'frames'; readonly frames: ReadableStream<VideoFrame> }
  /** What part of each picture is looked at; until told, all of it. */
  | { readonly kind: 'region'; readonly region: 'whole' | 'middle' }
  /** One picture, where frames can't be streamed. Send the next one after `took`. */
  | { readonly kind: 'picture'; readonly picture: ImageBitmap; readonly atMs: number };

export type FromWorker =
  | { readonly kind: 'ready'; readonly decoder: 'zxing-wasm' | 'zxing-js' }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'took' }
  /** Frames are arriving; `brightness` is their mean, 0 to 255. Sent a few times a second. */
  | { readonly kind: 'pulse'; readonly brightness: number };
