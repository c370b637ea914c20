export const esSupport = {
  'support.title': 'Para soporte',
  'support.hint':
    'Vea dónde se corta el camino a la central y guarde un archivo para quien le ayude. No contiene nombres ni credenciales.',
  'support.try': 'Probar el camino a la central',
  'support.save': 'Guardar archivo de soporte',
  'support.saved': 'Guardado. Envíe el archivo a quien le ayude.',
  'support.notDone': 'No se pudo hacer. Inténtelo otra vez.',
  'support.notEnrolled': 'Esta puerta aún no está configurada. Escanee primero su código de alta.',
  'support.steps.name': 'Nombre de la central',
  'support.steps.line': 'Línea a la central',
  'support.steps.certificate': 'Certificado de la central',
  'support.steps.answer': 'Respuesta de la central',
  'support.steps.clock': 'Los dos relojes',
  'support.results.good': 'Funciona',
  'support.results.look': 'No por sí solo',
  'support.results.bad': 'No funciona',
  'support.results.skipped': 'No hace falta',
  'support.took': '{ms} ms',
  'support.byProxy':
    'Por sí solo no funciona, pero la central responde. Un proxy lo hace por esta puerta. No hay nada que hacer.',
  'support.next.name':
    'La red no conoce este nombre. Revise la dirección de la central en Acerca de y el cable de red.',
  'support.next.line': 'Nada llega a la central. Revise el cable de red y luego pregunte a quien lleva el cortafuegos.',
  'support.next.certificate':
    'Alguien en medio abre lo que debe ir cerrado, o el certificado terminó. Avise a quien lleva la red.',
  'support.next.answer':
    'Otra cosa responde en lugar de la central, por ejemplo una página de acceso. Abra un navegador en este PC y mire.',
  'support.next.clock': 'El reloj de este PC está lejos del de la central. Ponga en hora el PC.',
  'record.save': 'Guardar todo lo que hay aquí',
  'record.saved': 'Guardado. El archivo contiene todo lo que esta puerta tiene de la persona.',
  'record.notSaved': 'No se pudo guardar. Elija otra carpeta.',
};
