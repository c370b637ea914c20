export const esSync = {
  'bar.staleNext.warn': 'En {duration} los datos serán antiguos',
  'bar.staleNext.ask': 'En {duration} el personal mirará a cada persona',
  'bar.staleNext.refuse': 'En {duration} no entra nadie nuevo',
};
