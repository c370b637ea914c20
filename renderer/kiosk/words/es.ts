import type { KioskWords } from './en.ts';

export const es: KioskWords = {
  'ready.camera': 'Muestre su pase a la cámara.',
  'ready.scanner': 'Acerque su pase al lector.',
  'ready.starting': 'Un momento: la cámara se está iniciando.',
  reading: 'Leyendo su pase…',
  'camera.missing': 'No hay ninguna cámara conectada.',
  'camera.busy': 'Otro programa está usando la cámara.',
  'camera.denied': 'La cámara está apagada.',
  'camera.dark': 'Hay poca luz para la cámara.',
  'camera.stalled': 'La cámara se ha parado.',
  'camera.next': 'Use el lector o diríjase al personal de portería.',
  'offline.since': 'Sin conexión desde las {time}. Escanee como siempre.',
  offline: 'Sin conexión. Escanee como siempre.',
  'out.title': 'Esta portería está fuera de servicio.',
  'out.next': 'Diríjase al personal de portería.',
  languages: 'Idiomas',
  'leave.title': 'Para el personal de portería: su PIN',
  'leave.no': 'Ese PIN no coincide. Escríbalo otra vez.',
  'leave.wait': 'Espere un momento y escríbalo de nuevo.',
  'leave.go': 'Cerrar esta pantalla',
  'leave.stay': 'Volver',
};
