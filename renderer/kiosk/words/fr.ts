import type { KioskWords } from './en.ts';

export const fr: KioskWords = {
  'ready.camera': 'Présentez votre badge à la caméra.',
  'ready.scanner': 'Présentez votre badge au lecteur.',
  'ready.starting': 'Un instant : la caméra démarre.',
  reading: 'Lecture de votre badge…',
  'camera.missing': 'Aucune caméra n’est branchée.',
  'camera.busy': 'Un autre programme utilise la caméra.',
  'camera.denied': 'La caméra est éteinte.',
  'camera.dark': 'Il fait trop sombre pour la caméra.',
  'camera.stalled': 'La caméra s’est arrêtée.',
  'camera.next': 'Utilisez le lecteur, ou adressez-vous à l’agent d’accueil.',
  'offline.since': 'Hors ligne depuis {time}. Scannez comme d’habitude.',
  offline: 'Hors ligne. Scannez comme d’habitude.',
  'out.title': 'Cette entrée est hors service.',
  'out.next': 'Adressez-vous à l’agent d’accueil.',
  languages: 'Langues',
  'leave.title': 'Pour le personnel : votre code PIN',
  'leave.no': 'Ce code PIN ne correspond pas. Tapez-le encore une fois.',
  'leave.wait': 'Attendez un instant, puis tapez-le à nouveau.',
  'leave.go': 'Fermer cet écran',
  'leave.stay': 'Retour',
};
