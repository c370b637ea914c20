export const plSync = {
  'bar.staleNext.warn': 'Za {duration} dane będą stare',
  'bar.staleNext.ask': 'Za {duration} obsługa sprawdza każdego',
  'bar.staleNext.refuse': 'Za {duration} nikt nowy nie wejdzie',
  'withdrawn.remove': 'Usuń dane osób',
  'withdrawn.title': 'Usunąć dane osób z tego komputera?',
  'withdrawn.lead':
    'Nazwiska, zdjęcia i zlecenia znikną z tego komputera na zawsze. Zdarzenia zostaną tu, aż centrala je otrzyma.',
  'withdrawn.waiting': {
    one: '{count} zdarzenie czeka na przekazanie.',
    few: '{count} zdarzenia czekają na przekazanie.',
    many: '{count} zdarzeń czeka na przekazanie.',
    other: '{count} zdarzenia czeka na przekazanie.',
  },
  'withdrawn.yes': 'Usuń teraz',
  'withdrawn.not': 'Dane nadal tu są. Spróbuj ponownie.',
};
