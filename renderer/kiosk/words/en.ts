/** The kiosk's own words. What an outcome says is in `core/words`. */
export const en = {
  'ready.camera': 'Hold your badge up to the camera.',
  'ready.scanner': 'Hold your badge to the scanner.',
  'ready.starting': 'One moment: the camera is starting.',
  reading: 'Reading your badge…',
  'camera.missing': 'No camera is connected.',
  'camera.busy': 'Another program is using the camera.',
  'camera.denied': 'The camera is switched off.',
  'camera.dark': 'It is too dark for the camera.',
  'camera.stalled': 'The camera has stopped.',
  'camera.next': 'Use the scanner, or see the gate staff.',
  'offline.since': 'Offline since {time}. Scan as usual.',
  offline: 'Offline. Scan as usual.',
  emergency: 'Emergency: go to the assembly point',
  'out.title': 'This gate is out of service.',
  'out.next': 'Please see the gate staff.',
  languages: 'Languages',
  'leave.title': 'For gate staff: your PIN',
  'leave.no': 'That PIN does not match. Type it once more.',
  'leave.wait': 'Please wait a moment, then type it again.',
  'leave.go': 'Close this screen',
  'leave.stay': 'Back',
} as const;

export type KioskWord = keyof typeof en;
export type KioskWords = Readonly<Record<KioskWord, string>>;
