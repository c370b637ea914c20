import type { KioskWords } from './en.ts';

export const pl: KioskWords = {
  'ready.camera': 'Pokaż przepustkę kamerze.',
  'ready.scanner': 'Przyłóż przepustkę do czytnika.',
  'ready.starting': 'Chwileczkę: kamera się uruchamia.',
  reading: 'Odczyt przepustki…',
  'camera.missing': 'Kamera nie jest podłączona.',
  'camera.busy': 'Kamery używa inny program.',
  'camera.denied': 'Kamera jest wyłączona.',
  'camera.dark': 'Dla kamery jest za ciemno.',
  'camera.stalled': 'Kamera się zatrzymała.',
  'camera.next': 'Użyj czytnika lub podejdź do obsługi bramy.',
  'offline.since': 'Brak połączenia od {time}. Skanuj jak zwykle.',
  offline: 'Brak połączenia. Skanuj jak zwykle.',
  'out.title': 'Ta brama jest nieczynna.',
  'out.next': 'Proszę podejść do obsługi bramy.',
  languages: 'Języki',
  'leave.title': 'Dla obsługi bramy: PIN',
  'leave.no': 'Ten PIN nie pasuje. Wpisz go jeszcze raz.',
  'leave.wait': 'Poczekaj chwilę i wpisz ponownie.',
  'leave.go': 'Zamknij ten ekran',
  'leave.stay': 'Wróć',
};
