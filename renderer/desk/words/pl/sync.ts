export const plSync = {
  'bar.staleNext.warn': 'Za {duration} dane będą stare',
  'bar.staleNext.ask': 'Za {duration} obsługa sprawdza każdego',
  'bar.staleNext.refuse': 'Za {duration} nikt nowy nie wejdzie',
};
