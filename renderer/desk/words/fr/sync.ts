export const frSync = {
  'bar.staleNext.warn': 'Dans {duration}, données anciennes',
  'bar.staleNext.ask': 'Dans {duration}, l’agent vérifie chaque personne',
  'bar.staleNext.refuse': 'Dans {duration}, plus de nouvelle entrée',
  'withdrawn.remove': 'Effacer les données',
  'withdrawn.title': 'Effacer de ce PC les données des personnes ?',
  'withdrawn.lead':
    'Noms, photos et ordres de travail quittent ce PC pour toujours. Les actes restent ici jusqu’à ce que le serveur central les ait.',
  'withdrawn.waiting': {
    one: '{count} acte n’est pas encore transmis.',
    many: '{count} actes ne sont pas encore transmis.',
    other: '{count} actes ne sont pas encore transmis.',
  },
  'withdrawn.yes': 'Effacer maintenant',
  'withdrawn.not': 'Les données sont encore là. Réessayez.',
};
