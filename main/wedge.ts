import type { WebContents } from 'electron';
export function catchWedge(_contents: WebContents, _onScan: (raw: string) => void): void {}
