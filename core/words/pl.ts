import type { WordTable } from './words.ts';

const SEE_STAFF = 'Proszę podejść do obsługi bramy.';
const THEY_CHECK = 'Obsługa obejrzy z Tobą przepustkę.';

export const pl: WordTable = {
  welcome: {
    worker: { title: 'Witamy, {{firstName}}.', next: 'Przepustka jest ważna do {{endsAt}}. Proszę wejść.' },
    staff: {
      title: 'Wejście zapisane.',
      next: 'Zlecenie {{workOrderNumber}}, klient: {{clientName}}. Wydarzenie {{eventName}}, klient: {{clientName}}. Przepustka jest ważna do {{endsAt}}. Nic nie trzeba robić.',
    },
  },
  no_check_in_here: {
    worker: { title: 'Witamy, {{firstName}}.', next: 'Tutaj nie zapisuje się wejść. Proszę wejść.' },
    staff: {
      title: 'Wejście bez zapisu.',
      next: 'W tym miejscu nie zapisuje się wejść, więc zleceń nie sprawdzano. Nic nie trzeba robić.',
    },
  },
  goodbye: {
    worker: { title: 'Do widzenia, {{firstName}}. {{inside}}.', next: 'Bezpiecznej drogi.' },
    staff: { title: 'Wyjście zapisane.', next: 'Czas na terenie: {{inside}}. Nic nie trzeba robić.' },
  },

  badge_revoked: {
    worker: { title: 'Ta przepustka jest wycofana.', next: SEE_STAFF },
    staff: {
      title: 'Przepustka wycofana.',
      next: 'Wycofana od {{since}}. Sprawdź, kto ją trzyma; biuro może wydać nową przepustkę właściwej osobie.',
    },
  },
  badge_ended: {
    worker: {
      title: 'Twoja przepustka straciła ważność.',
      next: 'Była ważna do {{endsAt}}. Poproś swoje biuro o nową przepustkę.',
    },
    staff: {
      title: 'Przepustka straciła ważność.',
      next: 'Była ważna do {{endsAt}}. Poproś biuro o nową przepustkę, potem ją zeskanuj.',
    },
  },
  badge_not_yet: {
    worker: {
      title: 'Twoja przepustka jeszcze nie działa.',
      next: 'Jest ważna od {{startsAt}}. Zeskanuj ją ponownie, gdy przyjdzie czas.',
    },
    staff: {
      title: 'Przepustka jeszcze nieważna.',
      next: 'Jest ważna od {{startsAt}}. Jeśli pracę przesunięto na wcześniej, poproś biuro o nową przepustkę.',
    },
  },
  person_blocked: {
    worker: { title: 'Dziś nie możemy Cię wpuścić.', next: SEE_STAFF },
    staff: {
      title: 'Osoba zablokowana.',
      next: 'Blokada od {{since}}. Powód: {{reason}}. Nie wpuszczaj tej osoby, dopóki biuro nie zdejmie blokady.',
    },
  },
  locked_down: {
    worker: { title: 'To wejście jest zamknięte.', next: SEE_STAFF },
    staff: {
      title: 'Bez wejścia: drzwi są zablokowane.',
      next: 'Nikt tu nie wejdzie, dopóki tryb nie będzie znów normalny; wyjście działa nadal. Zmień tryb w „Drzwi”, gdy będzie bezpiecznie.',
    },
  },
  fire_alarm: {
    worker: { title: 'Alarm pożarowy.', next: 'Nie wchodź. Idź na miejsce zbiórki.' },
    staff: {
      title: 'Bez wejścia: sygnał pożaru.',
      next: 'Wszystkie wyjścia są wolne i nikt nie wchodzi. Po alarmie skasuj go w centrali pożarowej; drzwi same wrócą do normy.',
    },
  },
  roll_call: {
    worker: { title: 'Alarm.', next: 'Nie wchodź. Idź na miejsce zbiórki.' },
    staff: {
      title: 'Bez wejścia: trwa sprawdzanie obecności w alarmie.',
      next: 'Nikt nie wchodzi, a wyjść może każdy. Po alarmie zakończ sprawdzanie w zakładce Na terenie.',
    },
  },
  other_door_open: {
    worker: { title: 'Proszę czekać: otwarte są inne drzwi.', next: 'Zeskanuj ponownie, gdy się zamkną.' },
    staff: {
      title: 'Bez wejścia: drugie drzwi śluzy są otwarte.',
      next: 'Zadbaj o ich zamknięcie, potem poproś o ponowne zeskanowanie przepustki.',
    },
  },
  not_connected: {
    worker: {
      title: 'Nie ma Cię jeszcze w rejestrze.',
      next: 'Klient to {{clientName}}. Poproś swoje biuro o połączenie z klientem.',
    },
    staff: {
      title: 'Brak połączenia z klientem.',
      next: '{{clientName}} wymaga rejestracji pracowników, a ta osoba nie jest zarejestrowana dla miejsca {{locationName}}. Poproś wykonawcę o dodanie połączenia; dotrze tu samo, potem zeskanuj ponownie.',
    },
  },
  assessment_missing: {
    worker: {
      title: 'Brakuje Twojego testu.',
      next: '{{clientName}} wymaga testu. Zalicz test, potem zeskanuj ponownie.',
    },
    staff: {
      title: 'Brakuje testu.',
      next: '{{clientName}} nikogo bez testu nie wpuszcza. Poproś o zaliczenie testu, potem zeskanuj ponownie.',
    },
  },
  assessment_ended: {
    worker: {
      title: 'Twój test stracił ważność.',
      next: 'Był ważny do {{endsAt}}. Powtórz test, potem zeskanuj ponownie.',
    },
    staff: {
      title: 'Test stracił ważność.',
      next: 'Był ważny do {{endsAt}}. {{clientName}} wymaga ważnego testu. Poproś o powtórzenie testu, potem zeskanuj ponownie.',
    },
  },
  induction_missing: {
    worker: {
      title: 'Brakuje Twojego szkolenia wprowadzającego.',
      next: '{{clientName}} wymaga szkolenia. Odbądź szkolenie, potem zeskanuj ponownie.',
    },
    staff: {
      title: 'Brakuje szkolenia wprowadzającego.',
      next: '{{clientName}} nikogo bez szkolenia nie wpuszcza. Poproś o odbycie szkolenia, potem zeskanuj ponownie.',
    },
  },
  induction_ended: {
    worker: {
      title: 'Twoje szkolenie wprowadzające straciło ważność.',
      next: 'Było ważne do {{endsAt}}. Powtórz szkolenie, potem zeskanuj ponownie.',
    },
    staff: {
      title: 'Szkolenie wprowadzające straciło ważność.',
      next: 'Było ważne do {{endsAt}}. {{clientName}} wymaga ważnego szkolenia. Poproś o powtórzenie szkolenia, potem zeskanuj ponownie.',
    },
  },
  credential_missing: {
    worker: {
      title: 'Brakuje jednego z Twoich zaświadczeń.',
      next: '{{clientName}} go wymaga. Wyślij zaświadczenie do biura, potem zeskanuj ponownie.',
    },
    staff: {
      title: 'Brakuje zaświadczenia.',
      next: '{{clientName}} nikogo bez niego nie wpuszcza. Poproś wykonawcę o przesłanie zaświadczenia; po przyjęciu zeskanuj ponownie.',
    },
  },
  credential_ended: {
    worker: {
      title: 'Jedno z Twoich zaświadczeń straciło ważność.',
      next: 'Było ważne do {{endsAt}}. Wyślij nowe do swojego biura.',
    },
    staff: {
      title: 'Zaświadczenie straciło ważność.',
      next: 'Było ważne do {{endsAt}}. {{clientName}} wymaga ważnego zaświadczenia. Poproś wykonawcę o przesłanie nowego, potem zeskanuj ponownie.',
    },
  },
  not_assigned: {
    worker: {
      title: 'Nie masz tu zlecenia.',
      next: 'Poproś swoje biuro o przypisanie do zlecenia, potem zeskanuj ponownie.',
    },
    staff: {
      title: 'Brak zlecenia w tym miejscu.',
      next: 'Tej osoby nie ma w żadnym otwartym zleceniu dla miejsca {{locationName}}. Poproś biuro o jej dodanie; dotrze to tu samo, potem zeskanuj ponownie.',
    },
  },
  wrong_place: {
    worker: {
      title: 'Czekają na Ciebie gdzie indziej.',
      next: 'Twoje miejsce pracy to {{locationName}}. Sprawdź miejsce pracy w zleceniu.',
    },
    staff: {
      title: 'Praca w innym miejscu.',
      next: 'Zlecenie {{workOrderNumber}} jest gdzie indziej. Wydarzenie {{eventName}} jest gdzie indziej. Początek pracy: {{startsAt}}. Miejsce to {{locationName}}. Pokaż tej osobie drogę.',
    },
  },
  order_closed: {
    worker: {
      title: 'Twoje zlecenie jest zamknięte.',
      next: 'Numer zlecenia: {{workOrderNumber}}. Poproś swoje biuro o nowy termin pracy.',
    },
    staff: {
      title: 'Zlecenie zamknięte.',
      next: 'Zlecenie {{workOrderNumber}} jest zakończone lub odwołane. Jeśli praca jeszcze trwa, poproś biuro o nowy termin, potem zeskanuj ponownie.',
    },
  },
  event_unconfirmed: {
    worker: {
      title: 'Twoje wydarzenie czeka na potwierdzenie.',
      next: 'To {{eventName}}. Poproś swoje biuro o potwierdzenie, potem zeskanuj ponownie.',
    },
    staff: {
      title: 'Wydarzenie niepotwierdzone.',
      next: '{{eventName}} czeka na potwierdzenie. Początek: {{startsAt}}. Poproś biuro lub klienta o potwierdzenie; dotrze to tu samo, potem zeskanuj ponownie.',
    },
  },
  event_closed: {
    worker: {
      title: 'Twoje wydarzenie się nie odbywa.',
      next: 'To było {{eventName}}. Poproś swoje biuro o nowy termin pracy.',
    },
    staff: {
      title: 'Wydarzenie zakończone lub odwołane.',
      next: 'Wydarzenie {{eventName}} jest zakończone lub odwołane. Jeśli ludzie są nadal potrzebni, poproś biuro o nową rezerwację, potem zeskanuj ponownie.',
    },
  },
  too_early: {
    worker: {
      title: 'Jest jeszcze za wcześnie.',
      next: 'Początek Twojej pracy: {{startsAt}}. Zeskanuj ponownie, gdy przyjdzie czas.',
    },
    staff: {
      title: 'Za wcześnie.',
      next: 'Początek zlecenia {{workOrderNumber}} to {{startsAt}}, a czas na wcześniejsze wejście jeszcze się nie zaczął. Wydarzenie {{eventName}} zaczyna się: {{startsAt}}, a jego margines jeszcze nie nadszedł. Jeśli praca ma ruszyć teraz, poproś biuro o zmianę terminu, potem zeskanuj ponownie.',
    },
  },
  too_late: {
    worker: {
      title: 'Twój czas pracy minął.',
      next: 'Koniec pracy: {{endsAt}}. Poproś swoje biuro o nowy termin pracy.',
    },
    staff: {
      title: 'Za późno.',
      next: 'Koniec zlecenia {{workOrderNumber}} to {{endsAt}}, a dodatkowy czas też minął. Wydarzenie {{eventName}} skończyło się: {{endsAt}}, a jego margines minął. Jeśli praca jeszcze trwa, poproś biuro o nowy termin, potem zeskanuj ponownie.',
    },
  },
  grant_ended: {
    worker: {
      title: 'Twoja przepustka straciła ważność.',
      next: 'Ważna do: {{endsAt}}. Poproś biuro o nowy termin, potem utwórz nową przepustkę.',
    },
    staff: {
      title: 'Przepustka wykorzystana.',
      next: 'Przepustka jest ważna przez ustalony czas od pierwszego skanu. Ta była ważna do {{endsAt}}. Zadbaj o nowy termin zlecenia, poproś o utworzenie nowej przepustki i zeskanuj ją.',
    },
  },
  scan_needed: {
    worker: { title: 'Proszę zeskanować przepustkę.', next: 'Przyłóż ją do czytnika.' },
    staff: {
      title: 'Potrzebny jest skan.',
      next: 'Pierwsze wejście zawsze go wymaga, a to miejsce może go wymagać za każdym razem. Poproś o przepustkę i zeskanuj ją.',
    },
  },
  already_inside: {
    worker: { title: 'Twoje wejście jest już zapisane.', next: SEE_STAFF },
    staff: {
      title: 'Już na terenie.',
      next: 'Wejście zapisano: {{since}}. Porównaj osobę ze zdjęciem. Jeśli zabrakło zapisu wyjścia, zapisz wyjście, potem zeskanuj ponownie.',
    },
  },
  inside_other_gate: {
    worker: { title: 'Twoje wejście jest już zapisane.', next: SEE_STAFF },
    staff: {
      title: 'Już na terenie.',
      next: 'Wejście zapisano przy: {{gateName}}. Na terenie od: {{since}}. Porównaj osobę ze zdjęciem. Jeśli zabrakło zapisu wyjścia, zapisz wyjście, potem zeskanuj ponownie.',
    },
  },
  site_full: {
    worker: { title: 'Teren jest pełny.', next: 'Proszę tu poczekać, aż ktoś wyjdzie.' },
    staff: {
      title: 'Teren pełny.',
      next: 'Liczba osób na terenie: {{count}}; więcej tu się nie dopuszcza. Poszukaj niezapisanych wyjść w „Na terenie” lub poczekaj, aż ktoś wyjdzie.',
    },
  },
  data_too_old: {
    worker: { title: 'Teraz nie możemy sprawdzać przepustek.', next: SEE_STAFF },
    staff: {
      title: 'Dane za stare dla nowych osób.',
      next: 'Ostatnia pełna aktualizacja: {{since}}. Podłącz kabel sieciowy i zajrzyj do Ustawień; gdy dane będą świeże, zeskanuj ponownie.',
    },
  },
  answer_unwanted: {
    worker: { title: SEE_STAFF, next: 'Obsługa powie, czego potrzeba do wejścia.' },
    staff: {
      title: 'Odpowiedź inna niż potrzebna.',
      next: 'To miejsce wymaga innej odpowiedzi przed wejściem. Wyjaśnij sprawę, potem zeskanuj ponownie.',
    },
  },
  staff_declined: {
    worker: { title: SEE_STAFF, next: 'Obsługa powie, co dalej.' },
    staff: {
      title: 'Obsługa nie wpuściła.',
      next: 'Ktoś sprawdził i nie wpuścił tej osoby. Po wyjaśnieniu zeskanuj ponownie.',
    },
  },
  staff_silent: {
    worker: { title: 'Zeskanuj jeszcze raz.', next: 'Potem poczekaj na obsługę bramy.' },
    staff: {
      title: 'Nikt nie sprawdził na czas.',
      next: 'Osoba czekała, a przy biurku nikt nie potwierdził. Poproś o ponowne zeskanowanie przepustki.',
    },
  },

  record_missing: {
    worker: { title: SEE_STAFF, next: THEY_CHECK },
    staff: {
      title: 'Brak tu danych tej osoby.',
      next: 'Mogą być jeszcze w drodze z centrali. Poproś o dokument ze zdjęciem i zadzwoń do biura.',
    },
  },
  data_old_ask: {
    worker: { title: SEE_STAFF, next: THEY_CHECK },
    staff: {
      title: 'Stare dane: sprawdź osobiście.',
      next: 'Ostatnia pełna aktualizacja: {{since}}. Poproś o dokument ze zdjęciem i zlecenie oraz sprawdź, czy kabel sieciowy jest podłączony.',
    },
  },
  photo_check: {
    worker: { title: SEE_STAFF, next: THEY_CHECK },
    staff: {
      title: 'Porównaj zdjęcie.',
      next: 'To miejsce wymaga porównania zdjęcia przed otwarciem drzwi. Spójrz na osobę i na zdjęcie, potem potwierdź.',
    },
  },
  question_asked: {
    worker: { title: SEE_STAFF, next: 'Obsługa ma krótkie pytanie.' },
    staff: {
      title: 'Są pytania do zadania.',
      next: 'To miejsce wymaga odpowiedzi przed otwarciem drzwi. Zadaj każde pytanie i potwierdź odpowiedzi.',
    },
  },
  not_recorded: {
    worker: { title: SEE_STAFF, next: THEY_CHECK },
    staff: {
      title: 'Nie dało się tego zapisać.',
      next: 'Bez wpisu w dzienniku drzwi się nie otworzą. Zapisuj nazwiska i godziny na papierze i zwolnij miejsce na dysku tego komputera.',
    },
  },

  unreadable: {
    worker: {
      title: 'Nie możemy odczytać tego kodu.',
      next: 'Trzymaj kod prosto i nieruchomo, o dłoń od czytnika, i spróbuj ponownie.',
    },
    staff: {
      title: 'Kod nieczytelny.',
      next: 'Część kodu jest uszkodzona lub zasłonięta. Poproś o jaśniejszy ekran lub nowy wydruk i zeskanuj ponownie.',
    },
  },
  unknown_format: {
    worker: { title: 'Nie znamy tego kodu.', next: 'Proszę pokazać przepustkę na ten teren.' },
    staff: {
      title: 'To nie jest przepustka.',
      next: 'Kod dał się odczytać, ale ta brama nie zna tego rodzaju. Poproś o przepustkę na ten teren.',
    },
  },
  unknown_badge: {
    worker: { title: 'Nie znamy tej przepustki.', next: SEE_STAFF },
    staff: {
      title: 'Przepustka tu nieznana.',
      next: 'Centrala nie podała tej bramie takiej przepustki. Poproś o najnowszą przepustkę albo o nową z biura.',
    },
  },
  unknown_issuer: {
    worker: { title: 'Nie znamy tej przepustki.', next: SEE_STAFF },
    staff: {
      title: 'Przepustka nieznanego wystawcy.',
      next: 'Jest podpisana kluczem, którego ta brama nie ma. Naciśnij „Synchronizuj” i zeskanuj ponownie; jeśli nic się nie zmieni, poproś biuro o nową przepustkę.',
    },
  },
  bad_signature: {
    worker: { title: 'Nie możemy przyjąć tej przepustki.', next: SEE_STAFF },
    staff: {
      title: 'Podpis się nie zgadza.',
      next: 'Treść tej przepustki różni się od tej, którą podpisał wystawca. Nikogo z nią nie wpuszczaj i powiadom przełożonych.',
    },
  },

  passback_warning: {
    staff: {
      title: 'Drugie wejście z rzędu.',
      next: 'Dwa wejścia bez wyjścia pomiędzy nimi. Porównaj osobę ze zdjęciem.',
    },
  },
  passback_other_gate: {
    staff: {
      title: 'Już na terenie, przez inną bramę.',
      next: 'Wejście zapisano przy: {{gateName}}. Nie ma zapisu wyjścia ani tam, ani tu. Porównaj osobę ze zdjęciem.',
    },
  },
  closed_by_rule: {
    staff: {
      title: 'Wyjście zapisane regułą obiektu.',
      next: 'Nikt nie widział wyjścia tej osoby. Szacowany czas na terenie: około {{inside}}. Poproś przełożonych o sprawdzenie godzin.',
    },
  },
  exit_without_entry: {
    staff: { title: 'Brak zapisu wejścia.', next: 'Zapytaj tę osobę o godzinę wejścia i powiadom przełożonych.' },
  },
  without_record: {
    staff: {
      title: 'Brak tu jeszcze danych.',
      next: 'Za tę osobę mówi tylko przepustka. Sprawdź ponownie po następnej aktualizacji.',
    },
  },
  data_stale: {
    staff: {
      title: 'Dane się starzeją.',
      next: 'Sprawdź, czy kabel sieciowy jest podłączony, i zajrzyj do Ustawień.',
    },
  },

  not_enrolled: {
    staff: {
      title: 'Ta brama nie jest jeszcze skonfigurowana.',
      next: 'Utwórz w centrali kod rejestracji, potem pokaż jego QR czytnikowi lub wpisz go w Ustawieniach.',
    },
  },
  settings_broken: {
    staff: {
      title: 'Część ustawień jest nieczytelna.',
      next: 'W tej części brama używa ustawień domyślnych, a kopię pliku trzyma obok settings.json. Popraw settings.json, potem uruchom Gatehouse ponownie.',
    },
  },
  database_broken: {
    staff: {
      title: 'Plik dziennika jest uszkodzony.',
      next: 'Do naprawy nikt nie wejdzie z przepustką. Skopiuj cały folder danych na inny dysk, sprawdź kopię narzędziem dziennika (verify) i zadzwoń do pomocy technicznej.',
    },
  },
  database_newer: {
    staff: {
      title: 'Dane są z nowszej wersji Gatehouse.',
      next: 'Ta wersja ich nie rusza. Zainstaluj na tym komputerze najnowszy Gatehouse, potem uruchom go ponownie.',
    },
  },
  disk_full: {
    staff: {
      title: 'Dysk jest pełny.',
      next: 'Nic nie da się zapisać, więc drzwi pozostają zamknięte. Usuń lub przenieś pliki, aż będzie wolny 1 GB; brama sama ruszy dalej.',
    },
  },
  disk_nearly_full: {
    staff: {
      title: 'Dysk jest prawie pełny.',
      next: 'Używane jest ostatnie miejsce zachowane dla dziennika. Usuń lub przenieś pliki, aż będzie wolny 1 GB.',
    },
  },
  clock_jumped: {
    staff: {
      title: 'Zegar tego komputera przeskoczył.',
      next: 'Porównaj zegar na górnym pasku ze swoim. Włącz automatyczną datę i godzinę w ustawieniach systemu.',
    },
  },
  runtime_old: {
    staff: {
      title: 'Działa środowisko testowe.',
      next: 'Jest stare i służy tylko do prób. Na prawdziwej bramie zainstaluj Gatehouse z pakietu.',
    },
  },
  central_unreachable: {
    staff: {
      title: 'Brak połączenia z centralą.',
      next: 'Brama działa dalej i wyśle wszystko później. Sprawdź kabel sieciowy przy komputerze i przy ścianie, potem adres w Ustawieniach.',
    },
  },
  central_not_ours: {
    staff: {
      title: 'Zamiast centrali odpowiada coś innego.',
      next: 'Często jest to strona logowania do sieci. Otwórz adres z Ustawień w przeglądarce na tym komputerze i zaloguj się albo popraw adres.',
    },
  },
  central_error: {
    staff: {
      title: 'Centrala ma własne kłopoty.',
      next: 'Wszystko jest tu przechowane i samo wyśle się ponownie. Jeśli to trwa godzinę, podaj opiekunom centrali, o której się zaczęło.',
    },
  },
  gate_unknown: {
    staff: {
      title: 'Centrala nie zna tej bramy.',
      next: 'Brama działa dalej z tym, co ma. Poproś opiekunów centrali o kod rejestracji i wpisz go w Ustawieniach.',
    },
  },
  gate_not_allowed: {
    staff: {
      title: 'Centrala nie dopuszcza tej bramy.',
      next: 'Brama działa dalej z tym, co ma. Poproś opiekunów centrali o dopuszczenie; spróbuje ponownie sama.',
    },
  },
  version_too_old: {
    staff: {
      title: 'Ten program jest za stary dla centrali.',
      next: 'Brama działa dalej i wszystko przechowuje. Poproś o instalację najnowszego Gatehouse na tym komputerze.',
    },
  },
  central_lost_acts: {
    staff: {
      title: 'Centrala straciła zdarzenia, których tu już nie ma.',
      next: 'Tu wszystko jest w porządku, brama działa. Poproś opiekuna centrali o nowszą kopię zapasową.',
    },
  },
  enrol_unknown: {
    staff: {
      title: 'Centrala nie zna tego kodu.',
      next: 'Porównaj go litera po literze. Jeśli się zgadza, utwórz w centrali nowy kod rejestracji i użyj go.',
    },
  },
  enrol_used: {
    staff: {
      title: 'Ten kod jest już wykorzystany.',
      next: 'Jeden kod służy jednej bramie. Utwórz w centrali nowy kod rejestracji i użyj go.',
    },
  },
  enrol_ended: {
    staff: {
      title: 'Czas tego kodu minął.',
      next: 'Utwórz w centrali nowy kod rejestracji i użyj go, zanim minie jego czas.',
    },
  },
  device_revoked: {
    staff: {
      title: 'Centrala wycofała tę bramę.',
      next: 'Nikt już tędy nie wejdzie. Zapisane zdarzenia zostaną jeszcze przekazane, potem dane osób znikną z tego komputera. Jeśli nie było to zamierzone, zapytaj osobę, która prowadzi centralę.',
    },
  },
  event_set_aside: {
    staff: {
      title: 'Centrala nie przyjęła jednego wpisu.',
      next: 'Wpis zostaje tutaj, a pozostałe idą dalej. Wyeksportuj go narzędziem dziennika i wyślij opiekunom centrali.',
    },
  },
  camera_missing: {
    staff: {
      title: 'Nie znaleziono kamery.',
      next: 'Podłącz kabel USB kamery lub wybierz inną w Ustawieniach, Kamera.',
    },
  },
  camera_busy: {
    staff: {
      title: 'Kamery używa inny program.',
      next: 'Zamknij programy do rozmów wideo i zdjęć; Gatehouse sam przejmie wtedy kamerę.',
    },
  },
  camera_denied: {
    staff: {
      title: 'Gatehouse nie ma dostępu do kamery.',
      next: 'Windows: Ustawienia, Prywatność, Kamera. macOS: Ustawienia systemowe, Prywatność, Kamera. Linux: sudo usermod -aG video $USER. Zezwól na dostęp, potem uruchom Gatehouse ponownie.',
    },
  },
  camera_dark: {
    staff: {
      title: 'Kamera widzi tylko ciemność.',
      next: 'Zdejmij osłonę z obiektywu, przetrzyj obiektyw i włącz światło.',
    },
  },
  camera_stalled: {
    staff: {
      title: 'Obraz kamery stoi w miejscu.',
      next: 'Wyjmij jej kabel USB, policz do pięciu i podłącz go do gniazda komputera, nie do rozgałęźnika.',
    },
  },
  port_missing: {
    staff: {
      title: 'Nie widać urządzenia szeregowego.',
      next: 'Podłącz jego kabel USB. Jeśli jest podłączony, wybierz urządzenie na nowo w Ustawieniach, Konfiguracja urządzeń.',
    },
  },
  port_busy: {
    staff: {
      title: 'Portu używa inny program.',
      next: 'Zamknij terminale i narzędzia producenta, które używają tego urządzenia; Gatehouse sam przejmie wtedy port.',
    },
  },
  port_denied: {
    staff: {
      title: 'Gatehouse nie ma dostępu do portu.',
      next: 'W systemie Linux wykonaj: sudo usermod -aG dialout $USER. Potem wyloguj się, zaloguj ponownie i uruchom Gatehouse.',
    },
  },
  port_lost: {
    staff: {
      title: 'Kabel szeregowy się odłączył.',
      next: 'Podłącz ponownie kabel USB tego urządzenia; Gatehouse sam ruszy dalej.',
    },
  },
  board_silent: {
    staff: {
      title: 'Moduł drzwi nie odpowiada.',
      next: 'Sprawdź, czy świeci jego lampka zasilania i czy przewody A i B nie są zamienione. Potem porównaj adres i prędkość w Ustawieniach, Konfiguracja urządzeń, z modułem.',
    },
  },
  board_wrong_reply: {
    staff: {
      title: 'Moduł drzwi odpowiada dziwnie.',
      next: 'Porównaj jego rodzaj i prędkość w Ustawieniach, Konfiguracja urządzeń, z instrukcją i sprawdź, czy żaden inny moduł nie ma tego samego adresu.',
    },
  },
  relay_stuck: {
    staff: {
      title: 'Przekaźnik drzwi się nie rusza.',
      next: 'Sprawdź, czy drzwi są zamknięte na zamek; jeśli nie, zostań przy nich. Odłącz zasilanie modułu na dziesięć sekund; jeśli to wróci, wymień moduł.',
    },
  },
  pulse_unconfirmed: {
    staff: {
      title: 'Drzwi mogły się nie otworzyć.',
      next: 'Moduł tego nie potwierdził. Zajrzyj do drzwi i w razie potrzeby otwórz je ręcznie, potem sprawdź kabel modułu.',
    },
  },
  door_effect_unknown: {
    staff: {
      title: 'Nie wiadomo, czy drzwi się otworzyły.',
      next: 'Program zatrzymał się przed odpowiedzią drzwi. Sprawdź, czy ta osoba jest w środku, a jeśli nie, zeskanuj ponownie.',
    },
  },
  door_not_set_up: {
    staff: {
      title: 'To przejście nie ma drzwi.',
      next: 'Wejścia są zapisywane, ale nic się nie otwiera. Dodaj drzwi w Ustawieniach, Konfiguracja urządzeń, i wybierz je dla tego przejścia.',
    },
  },
  door_kept_shut: {
    staff: {
      title: 'Drzwi pozostały zamknięte.',
      next: 'Są zablokowane, inne drzwi śluzy są otwarte lub trwa alarm pożarowy. Obejrzyj drzwi, potem spróbuj ponownie.',
    },
  },
  device_host_gone: {
    staff: {
      title: 'Brak drzwi i czytników na kablu.',
      next: 'Ich program zatrzymał się i sam uruchamia się ponownie; do tego czasu otwieraj drzwi ręcznie. Jeśli wciąż się zatrzymuje, odłączaj urządzenia po kolei, aby znaleźć przyczynę.',
    },
  },
  window_crashed: {
    staff: {
      title: 'Okno zamknęło się i wróciło.',
      next: 'Nic nie zginęło. Jeśli to się powtórzy, uruchom Gatehouse ponownie.',
    },
  },

  sign_in_needed: {
    staff: { title: 'Najpierw ktoś musi się zalogować.', next: 'Wybierz swoje nazwisko i wpisz PIN.' },
  },
  not_allowed: {
    staff: {
      title: 'Do tego potrzebny jest ktoś z większymi prawami.',
      next: 'Poproś jedną z wymienionych osób, żeby wpisała tu swój PIN.',
    },
  },
  secret_wrong: {
    staff: { title: 'Ten PIN lub to hasło nie pasuje.', next: 'Sprawdź wybrane nazwisko i wpisz jeszcze raz.' },
  },
  sign_in_locked: {
    staff: {
      title: 'Za dużo prób dla tego nazwiska.',
      next: 'Poczekaj do podanej godziny albo poproś, żeby zalogował się ktoś inny.',
    },
  },
  user_gone: {
    staff: {
      title: 'To nazwisko nie jest tu w użyciu.',
      next: 'Wybierz inne nazwisko albo poproś biuro o sprawdzenie konta.',
    },
  },
};
