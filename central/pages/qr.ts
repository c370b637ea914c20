import QRCode from 'qrcode';

/** Quiet zone that ISO/IEC 18004 asks for, in modules. */
const QUIET_MODULES = 4;

/** A QR as inline SVG, black on white with its quiet zone, no fixed size. Level L: on a screen it is size that helps, not redundancy. */
export const qrSvg = (text: string): Promise<string> =>
  QRCode.toString(text, {
    type: 'svg',
    errorCorrectionLevel: 'L',
    margin: QUIET_MODULES,
    color: { dark: '#000000', light: '#ffffff' },
  });

/** The same as PNG, eight pixels a module. */
export const qrPng = (text: string): Promise<Buffer> =>
  QRCode.toBuffer(text, { errorCorrectionLevel: 'L', margin: QUIET_MODULES, scale: 8 });
