export const plSupport = {
  'support.title': 'Dla pomocy technicznej',
  'support.hint':
    'Zobacz, gdzie kończy się droga do centrali, i zapisz plik dla tego, kto pomaga. Nie ma w nim nazwisk ani przepustek.',
  'support.try': 'Sprawdź drogę do centrali',
  'support.save': 'Zapisz plik dla pomocy',
  'support.saved': 'Zapisano. Wyślij plik temu, kto pomaga.',
  'support.notDone': 'Nie udało się. Spróbuj jeszcze raz.',
  'support.notEnrolled': 'Ta brama nie jest jeszcze skonfigurowana. Najpierw zeskanuj jej kod rejestracji.',
  'support.steps.name': 'Nazwa centrali',
  'support.steps.line': 'Łącze do centrali',
  'support.steps.certificate': 'Certyfikat centrali',
  'support.steps.answer': 'Odpowiedź centrali',
  'support.steps.clock': 'Oba zegary',
  'support.results.good': 'Działa',
  'support.results.look': 'Nie samo',
  'support.results.bad': 'Nie działa',
  'support.results.skipped': 'Niepotrzebne',
  'support.took': '{ms} ms',
  'support.byProxy': 'Samo nie działa, ale centrala odpowiada. Robi to za tę bramę serwer proxy. Nie trzeba nic robić.',
  'support.next.name': 'Sieć nie zna tej nazwy. Sprawdź adres centrali w sekcji O programie i kabel sieciowy.',
  'support.next.line': 'Nic nie dociera do centrali. Sprawdź kabel sieciowy, potem zapytaj osobę od zapory.',
  'support.next.certificate':
    'Ktoś po drodze otwiera to, co ma być zamknięte, albo certyfikat wygasł. Powiedz osobie od sieci.',
  'support.next.answer':
    'Zamiast centrali odpowiada coś innego, na przykład strona logowania. Otwórz przeglądarkę na tym PC i sprawdź.',
  'support.next.clock': 'Zegar tego PC mocno odbiega od zegara centrali. Ustaw zegar PC.',
};
