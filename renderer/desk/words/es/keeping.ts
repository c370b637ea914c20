export const esKeeping = {
  'kept.title': 'Qué se guarda',
  'kept.hint':
    'Lo que este ordenador guarda de las personas y de lo que hicieron, y durante cuánto tiempo. La central tiene su propio registro.',
  'kept.acts': 'Actos en este ordenador',
  'kept.oldest': 'El más antiguo',
  'kept.left': 'Actos que ya salieron',
  'kept.leftSince': '{number} desde el {date}',
  'kept.noneLeft': 'Ninguno todavía',
  'kept.people': 'Personas conocidas aquí',
  'kept.files': 'Fotos y documentos',
  'kept.disk': 'Espacio en el disco',
  'kept.megabytes': '{number} MB',
  'kept.next': 'Próxima limpieza',
  'kept.saveTo': 'Se guardan antes de salir en',
  'kept.journalDays': 'Guardar los actos',
  'kept.wordsDays': 'Guardar sus nombres y notas',
  'kept.days': { one: '{count} día', many: '{count} de días', other: '{count} días' },
  'kept.clean': 'Limpiar ahora',
  'kept.last.nothing': 'Todo lo que se guarda aquí aún hace falta. No hay nada que hacer.',
  'kept.last.left': 'Los actos antiguos han salido de este ordenador. La central los tiene.',
  'kept.last.stopped': 'Se interrumpió. Sigue por sí sola.',
  'kept.last.clock': 'Nada sale hasta conocer la hora de la central. Conecte esta puerta a la central una vez.',
  'kept.last.not_saved':
    'No se puede escribir en la carpeta de actos antiguos y por eso se quedan. Pida a la oficina que la mire.',
  'kept.last.not_recorded': 'No queda sitio para un acto más. Libere espacio en el disco.',
  'kept.last.broken':
    'Un acto no está como se escribió. Ese y los siguientes se quedan como prueba. Avise a la oficina.',
};
