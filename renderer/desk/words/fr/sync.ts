export const frSync = {
  'bar.staleNext.warn': 'Dans {duration}, données anciennes',
  'bar.staleNext.ask': 'Dans {duration}, l’agent vérifie chaque personne',
  'bar.staleNext.refuse': 'Dans {duration}, plus de nouvelle entrée',
};
