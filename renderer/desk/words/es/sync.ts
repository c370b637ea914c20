export const esSync = {
  'bar.staleNext.warn': 'En {duration} los datos serán antiguos',
  'bar.staleNext.ask': 'En {duration} el personal mirará a cada persona',
  'bar.staleNext.refuse': 'En {duration} no entra nadie nuevo',
  'withdrawn.remove': 'Borrar datos de personas',
  'withdrawn.title': '¿Borrar de este PC los datos de las personas?',
  'withdrawn.lead':
    'Nombres, fotos y órdenes se borran de este PC para siempre. Los actos quedan aquí hasta que la central los tenga.',
  'withdrawn.waiting': {
    one: 'Falta entregar {count} acto.',
    many: 'Faltan por entregar {count} actos.',
    other: 'Faltan por entregar {count} actos.',
  },
  'withdrawn.yes': 'Borrar ahora',
  'withdrawn.not': 'Los datos siguen aquí. Pruebe otra vez.',
};
