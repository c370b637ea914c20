/** How a camera is tuned: what it offers, and what of it is wanted. */
import { z } from 'zod';

export const FOCUS_MODES = ['continuous', 'single-shot', 'manual'] as const;
/** Where in the picture badges are held: a part of it is read more often than all of it. */
export const READ_REGIONS = ['whole', 'middle'] as const;
const size = z.object({ width: z.number().int().min(1).max(16_384), height: z.number().int().min(1).max(16_384) });

/** What is absent is as the program chooses: no light, focus by itself, full HD where the rate holds, a mirrored picture. */
export const cameraTuneSchema = z.object({
  torch: z.boolean().optional(),
  focus: z.enum(FOCUS_MODES).optional(),
  size: size.optional(),
  /** False: the picture is shown as others see it, for a camera that looks away from the screen. */
  mirror: z.boolean().optional(),
  region: z.enum(READ_REGIONS).optional(),
});
/** What the camera in use can do (MediaStreamTrack.getCapabilities), and the size of the picture that it gives now. */
export const cameraOffersSchema = z.object({
  torch: z.boolean(),
  focus: z.array(z.enum(FOCUS_MODES)),
  sizes: z.array(size).max(16),
  size: size.optional(),
});
export type CameraTune = z.infer<typeof cameraTuneSchema>;
export type CameraOffers = z.infer<typeof cameraOffersSchema>;
