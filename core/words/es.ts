import type { WordTable } from './words.ts';

const SEE_STAFF = 'Diríjase al personal de portería.';
const THEY_CHECK = 'Mirarán su pase con usted.';

export const es: WordTable = {
  welcome: {
    worker: {
      title: 'Le damos la bienvenida, {{firstName}}.',
      next: 'Su pase vale hasta: {{endsAt}}. Adelante, por favor.',
    },
    staff: {
      title: 'Ha entrado.',
      next: 'Orden de trabajo {{workOrderNumber}} para {{clientName}}. Evento {{eventName}} para {{clientName}}. El pase vale hasta: {{endsAt}}. No hay nada que hacer.',
    },
  },
  no_check_in_here: {
    worker: {
      title: 'Le damos la bienvenida, {{firstName}}.',
      next: 'Aquí nadie registra su entrada. Adelante, por favor.',
    },
    staff: {
      title: 'Ha entrado sin registro.',
      next: 'Este lugar no pide registrar la entrada, así que no se miró ninguna orden de trabajo. No hay nada que hacer.',
    },
  },
  goodbye: {
    worker: { title: 'Adiós, {{firstName}}. {{inside}}.', next: 'Que tenga buen viaje.' },
    staff: { title: 'Ha salido.', next: 'Estuvo dentro {{inside}}. No hay nada que hacer.' },
  },

  badge_revoked: {
    worker: { title: 'Este pase se ha retirado.', next: SEE_STAFF },
    staff: {
      title: 'Pase retirado.',
      next: 'Retirado desde: {{since}}. Compruebe quién lo lleva; la oficina puede hacer un pase nuevo para la persona que corresponda.',
    },
  },
  badge_ended: {
    worker: {
      title: 'Su pase ha caducado.',
      next: 'Valía hasta: {{endsAt}}. Pida un pase nuevo a su oficina.',
    },
    staff: {
      title: 'Pase caducado.',
      next: 'Valía hasta: {{endsAt}}. Pida a la oficina un pase nuevo y escanee ese.',
    },
  },
  badge_not_yet: {
    worker: {
      title: 'Su pase aún no vale.',
      next: 'Vale desde: {{startsAt}}. Vuelva a escanear cuando llegue el momento.',
    },
    staff: {
      title: 'El pase aún no vale.',
      next: 'Vale desde: {{startsAt}}. Si el trabajo se ha adelantado, pida a la oficina un pase nuevo.',
    },
  },
  person_blocked: {
    worker: { title: 'Hoy no podemos dejarle pasar.', next: SEE_STAFF },
    staff: {
      title: 'La persona está bloqueada.',
      next: 'Bloqueada desde: {{since}}. Motivo: {{reason}}. No deje entrar a la persona hasta que la oficina levante el bloqueo.',
    },
  },
  locked_down: {
    worker: { title: 'Esta entrada está cerrada.', next: SEE_STAFF },
    staff: {
      title: 'Sin acceso: la puerta está bloqueada.',
      next: 'Nadie entra por aquí hasta que el modo vuelva a ser normal; salir sí se puede. Cámbielo en Puertas cuando sea seguro.',
    },
  },
  fire_alarm: {
    worker: { title: 'Alarma de incendio.', next: 'No entre. Vaya al punto de reunión.' },
    staff: {
      title: 'Sin acceso: la señal de incendio está activa.',
      next: 'Todas las salidas están libres y nadie entra. Cuando acabe la alarma, rearme el panel de incendios; las puertas lo siguen solas.',
    },
  },
  roll_call: {
    worker: { title: 'Emergencia.', next: 'No entre. Vaya al punto de reunión.' },
    staff: {
      title: 'Sin acceso: hay un recuento de emergencia en curso.',
      next: 'Nadie entra y todos pueden salir. Termine el recuento en Dentro cuando haya acabado.',
    },
  },
  other_door_open: {
    worker: { title: 'Espere: hay otra puerta abierta.', next: 'Escanee de nuevo cuando se cierre.' },
    staff: {
      title: 'Sin acceso: la otra puerta de la esclusa está abierta.',
      next: 'Haga que la cierren y que se escanee el pase de nuevo.',
    },
  },
  not_connected: {
    worker: {
      title: 'Aquí aún no consta su registro.',
      next: 'El cliente aquí es {{clientName}}. Pida a su oficina que le registre.',
    },
    staff: {
      title: 'Sin vínculo con el cliente.',
      next: '{{clientName}} pide que se registre a su personal, y esta persona no consta para {{locationName}}. Pida a la contrata que añada el vínculo; llega aquí solo, y entonces escanee de nuevo.',
    },
  },
  assessment_missing: {
    worker: { title: 'Le falta la evaluación.', next: 'La pide {{clientName}}. Hágala y vuelva a escanear.' },
    staff: {
      title: 'Falta la evaluación.',
      next: '{{clientName}} no deja entrar a nadie sin ella. Pida a la persona que la haga y escanee de nuevo.',
    },
  },
  assessment_ended: {
    worker: {
      title: 'Su evaluación ha caducado.',
      next: 'Valía hasta: {{endsAt}}. Renuévela y vuelva a escanear.',
    },
    staff: {
      title: 'Evaluación caducada.',
      next: 'Valía hasta: {{endsAt}}. {{clientName}} pide una vigente. Pida a la persona que la renueve y escanee de nuevo.',
    },
  },
  induction_missing: {
    worker: {
      title: 'Le falta la formación de acogida.',
      next: 'La pide {{clientName}}. Hágala y vuelva a escanear.',
    },
    staff: {
      title: 'Falta la formación de acogida.',
      next: '{{clientName}} no deja entrar a nadie sin ella. Pida a la persona que la haga y escanee de nuevo.',
    },
  },
  induction_ended: {
    worker: {
      title: 'Su formación de acogida ha caducado.',
      next: 'Valía hasta: {{endsAt}}. Repítala y vuelva a escanear.',
    },
    staff: {
      title: 'Formación de acogida caducada.',
      next: 'Valía hasta: {{endsAt}}. {{clientName}} pide una vigente. Pida a la persona que la repita y escanee de nuevo.',
    },
  },
  credential_missing: {
    worker: {
      title: 'Le falta un certificado.',
      next: 'Lo pide {{clientName}}. Envíelo a su oficina y vuelva a escanear.',
    },
    staff: {
      title: 'Falta un certificado.',
      next: '{{clientName}} no deja entrar a nadie sin él. Pida a la contrata que lo suba; cuando se acepte, escanee de nuevo.',
    },
  },
  credential_ended: {
    worker: {
      title: 'Un certificado suyo ha caducado.',
      next: 'Valía hasta: {{endsAt}}. Envíe uno nuevo a su oficina.',
    },
    staff: {
      title: 'Certificado caducado.',
      next: 'Valía hasta: {{endsAt}}. {{clientName}} pide uno vigente. Pida a la contrata que lo suba y escanee de nuevo.',
    },
  },
  not_assigned: {
    worker: {
      title: 'Aquí no tiene orden de trabajo.',
      next: 'Pida a su oficina que le añada y vuelva a escanear.',
    },
    staff: {
      title: 'Aquí no hay orden de trabajo.',
      next: 'La persona no está en ninguna orden de trabajo abierta en {{locationName}}. Pida a la oficina que la añada; llega aquí sola, y entonces escanee de nuevo.',
    },
  },
  wrong_place: {
    worker: {
      title: 'Le esperan en otro lugar.',
      next: 'Mire el lugar en su orden de trabajo. Vaya a {{locationName}}, por favor.',
    },
    staff: {
      title: 'Se le espera en otro lugar.',
      next: 'La orden de trabajo {{workOrderNumber}} es en otro sitio. El evento {{eventName}} es en otro lugar. Empieza: {{startsAt}}. El lugar es {{locationName}}. Indique a la persona cómo llegar.',
    },
  },
  order_closed: {
    worker: {
      title: 'Su orden de trabajo está cerrada.',
      next: 'Es la número {{workOrderNumber}}. Pida a su oficina otra fecha de trabajo.',
    },
    staff: {
      title: 'Orden de trabajo cerrada.',
      next: '{{workOrderNumber}} está terminada o cancelada. Si queda trabajo, pida a la oficina otra fecha y escanee de nuevo.',
    },
  },
  event_unconfirmed: {
    worker: {
      title: 'Su evento no está confirmado.',
      next: 'Es {{eventName}}. Pida a su oficina que lo confirme y vuelva a escanear.',
    },
    staff: {
      title: 'Evento sin confirmar.',
      next: '{{eventName}} está por confirmar y empieza a esta hora: {{startsAt}}. Pida a la oficina o al cliente que lo confirme; llega aquí solo, y entonces escanee de nuevo.',
    },
  },
  event_closed: {
    worker: { title: 'Su evento no se celebra.', next: 'Era {{eventName}}. Pida a su oficina otra fecha de trabajo.' },
    staff: {
      title: 'Evento terminado o cancelado.',
      next: '{{eventName}} está terminado o cancelado. Si aún hace falta gente, pida a la oficina que lo reserve otra vez y escanee de nuevo.',
    },
  },
  too_early: {
    worker: {
      title: 'Aún es pronto.',
      next: 'Su trabajo empieza: {{startsAt}}. Vuelva a escanear cuando llegue el momento.',
    },
    staff: {
      title: 'Demasiado pronto.',
      next: 'La orden de trabajo {{workOrderNumber}} empieza: {{startsAt}}, y su margen aún no ha comenzado. El evento {{eventName}} empieza a esta hora: {{startsAt}}, y su margen aún no ha comenzado. Si el trabajo debe empezar ya, pida a la oficina que cambie la fecha y escanee de nuevo.',
    },
  },
  too_late: {
    worker: {
      title: 'Su horario de trabajo ha terminado.',
      next: 'Terminó: {{endsAt}}. Pida a su oficina otra fecha de trabajo.',
    },
    staff: {
      title: 'Demasiado tarde.',
      next: 'La orden de trabajo {{workOrderNumber}} terminó: {{endsAt}}, y su margen ha pasado. El evento {{eventName}} terminó a esta hora: {{endsAt}}, y su margen ha pasado. Si queda trabajo, pida a la oficina otra fecha y escanee de nuevo.',
    },
  },
  grant_ended: {
    worker: {
      title: 'Su pase ha caducado.',
      next: 'Terminó: {{endsAt}}. Pida a su oficina otra fecha de trabajo y haga un pase nuevo.',
    },
    staff: {
      title: 'Pase agotado.',
      next: 'Un pase vale un tiempo fijo desde que se escanea por primera vez. Este valía hasta: {{endsAt}}. Pida otra fecha para la orden de trabajo, que la persona haga un pase nuevo, y escanee ese.',
    },
  },
  scan_needed: {
    worker: { title: 'Escanee su pase, por favor.', next: 'Acérquelo al lector.' },
    staff: {
      title: 'Hay que escanear.',
      next: 'La primera entrada siempre lo pide, y este lugar puede pedirlo cada vez. Pida el pase y escanéelo.',
    },
  },
  already_inside: {
    worker: { title: 'Su entrada ya está registrada.', next: SEE_STAFF },
    staff: {
      title: 'Ya está dentro.',
      next: 'Entrada registrada desde: {{since}}. Compare a la persona con la foto. Si quedó una salida sin registrar, regístrela y escanee de nuevo.',
    },
  },
  inside_other_gate: {
    worker: { title: 'Su entrada ya está registrada.', next: SEE_STAFF },
    staff: {
      title: 'Ya está dentro.',
      next: 'Entrada registrada en {{gateName}}. Dentro desde: {{since}}. Compare a la persona con la foto. Si quedó una salida sin registrar, regístrela y escanee de nuevo.',
    },
  },
  site_full: {
    worker: { title: 'El recinto está completo.', next: 'Espere aquí hasta que salga alguien, por favor.' },
    staff: {
      title: 'Recinto completo.',
      next: 'Personas dentro: {{count}}, y el lugar no admite más. Busque salidas sin registrar en Dentro, o espere a que salga alguien.',
    },
  },
  data_too_old: {
    worker: { title: 'Ahora no podemos comprobar pases.', next: SEE_STAFF },
    staff: {
      title: 'Datos demasiado antiguos para personas nuevas.',
      next: 'Última actualización completa: {{since}}. Conecte el cable de red y mire Ajustes; cuando los datos estén al día, escanee de nuevo.',
    },
  },
  answer_unwanted: {
    worker: { title: SEE_STAFF, next: 'Le dirán qué hace falta para entrar.' },
    staff: {
      title: 'La respuesta no es la que se pide aquí.',
      next: 'El centro pide otra respuesta antes de entrar. Resuelva lo preguntado y escanee de nuevo.',
    },
  },
  staff_declined: {
    worker: { title: SEE_STAFF, next: 'Le dirán qué hacer ahora.' },
    staff: {
      title: 'El personal no dio paso.',
      next: 'Alguien lo miró y no dejó entrar a la persona. Cuando esté aclarado, escanee de nuevo.',
    },
  },
  staff_silent: {
    worker: { title: 'Escanee otra vez, por favor.', next: 'Después espere al personal de portería.' },
    staff: {
      title: 'Nadie lo miró a tiempo.',
      next: 'La persona esperó y nadie confirmó en la mesa. Pida que escanee el pase de nuevo.',
    },
  },

  record_missing: {
    worker: { title: SEE_STAFF, next: THEY_CHECK },
    staff: {
      title: 'Aquí no hay ficha de esta persona.',
      next: 'Puede que aún esté en camino desde la central. Pida a la persona un documento con foto y llame a la oficina.',
    },
  },
  data_old_ask: {
    worker: { title: SEE_STAFF, next: THEY_CHECK },
    staff: {
      title: 'Datos antiguos: debe mirarlo una persona.',
      next: 'Última actualización completa: {{since}}. Pida un documento con foto y la orden de trabajo, y mire que el cable de red esté conectado.',
    },
  },
  photo_check: {
    worker: { title: SEE_STAFF, next: THEY_CHECK },
    staff: {
      title: 'Compare la foto.',
      next: 'El centro pide comparar la foto antes de abrir la puerta. Mire a la persona y la foto, y confirme.',
    },
  },
  question_asked: {
    worker: { title: SEE_STAFF, next: 'Tienen una pregunta breve para usted.' },
    staff: {
      title: 'Hay preguntas que hacer.',
      next: 'El centro pide las respuestas antes de abrir la puerta. Pregunte una por una y confirme.',
    },
  },
  not_recorded: {
    worker: { title: SEE_STAFF, next: THEY_CHECK },
    staff: {
      title: 'No se ha podido anotar.',
      next: 'Lo que no está en el registro no abre la puerta. Apunte nombres y horas en papel, y libere espacio en el disco de este PC.',
    },
  },

  unreadable: {
    worker: {
      title: 'No hemos podido leer este código.',
      next: 'Sosténgalo plano y quieto, a un palmo, y pruebe otra vez.',
    },
    staff: {
      title: 'Código ilegible.',
      next: 'Una parte está dañada o tapada. Pida más brillo en la pantalla o una impresión nueva, y escanee de nuevo.',
    },
  },
  unknown_format: {
    worker: { title: 'No conocemos este código.', next: 'Muestre su pase del recinto, por favor.' },
    staff: {
      title: 'No es un pase.',
      next: 'El código se ha leído, pero no es de ningún tipo que conozca esta portería. Pida el pase del recinto.',
    },
  },
  unknown_badge: {
    worker: { title: 'No conocemos este pase.', next: SEE_STAFF },
    staff: {
      title: 'Aquí no se conoce este pase.',
      next: 'La central no ha enviado este pase a la portería. Pida el pase más reciente, o que la oficina haga uno.',
    },
  },
  unknown_issuer: {
    worker: { title: 'No conocemos este pase.', next: SEE_STAFF },
    staff: {
      title: 'Pase de un emisor desconocido.',
      next: 'Lleva la firma de una clave que esta portería no tiene. Pulse Sincronizar y escanee de nuevo; si nada cambia, pida a la oficina un pase nuevo.',
    },
  },
  bad_signature: {
    worker: { title: 'No podemos aceptar este pase.', next: SEE_STAFF },
    staff: {
      title: 'La firma no coincide.',
      next: 'El texto de este pase no es el que firmó su emisor. No deje entrar a nadie con él y avise a su responsable.',
    },
  },

  passback_warning: {
    staff: {
      title: 'Ya estaba dentro.',
      next: 'Entró dos veces sin salir entre medias. Compare a la persona con la foto.',
    },
  },
  passback_other_gate: {
    staff: {
      title: 'Ya estaba dentro, por otra puerta.',
      next: 'Entró por {{gateName}}. No consta una salida allí ni aquí. Compare a la persona con la foto.',
    },
  },
  closed_by_rule: {
    staff: {
      title: 'Salida registrada por la regla del recinto.',
      next: 'Nadie vio salir a esta persona. Tiempo en el recinto: alrededor de {{inside}}, es una estimación. Pida a su responsable que revise las horas.',
    },
  },
  exit_without_entry: {
    staff: { title: 'No consta la entrada.', next: 'Pregunte a la persona cuándo entró y avise a su responsable.' },
  },
  without_record: {
    staff: {
      title: 'Aquí aún no hay ficha.',
      next: 'De esta persona solo habla el pase. Mire de nuevo tras la próxima actualización.',
    },
  },
  data_stale: {
    staff: {
      title: 'Los datos se quedan antiguos.',
      next: 'Mire que el cable de red esté conectado, y mire Ajustes.',
    },
  },

  not_enrolled: {
    staff: {
      title: 'Esta portería aún no está configurada.',
      next: 'Cree un código de alta en la central y acerque su QR al lector o escríbalo en Ajustes.',
    },
  },
  settings_broken: {
    staff: {
      title: 'Una parte de los ajustes es ilegible.',
      next: 'La portería sigue con los valores de fábrica en esa parte y guarda una copia del archivo junto a settings.json. Corrija settings.json y reinicie Gatehouse.',
    },
  },
  database_broken: {
    staff: {
      title: 'El archivo del registro está dañado.',
      next: 'Nadie entra con pase hasta que se repare. Copie toda la carpeta de datos a otro disco, compruebe la copia con la herramienta del registro (verify) y llame a soporte.',
    },
  },
  database_newer: {
    staff: {
      title: 'Los datos son de un Gatehouse más nuevo.',
      next: 'Esta versión no los toca. Instale el Gatehouse más reciente en este PC y arránquelo de nuevo.',
    },
  },
  disk_full: {
    staff: {
      title: 'El disco está lleno.',
      next: 'No se puede anotar nada, así que la puerta sigue cerrada. Borre o mueva archivos hasta liberar 1 GB; la portería sigue sola.',
    },
  },
  disk_nearly_full: {
    staff: {
      title: 'El disco está casi lleno.',
      next: 'Ya se usa el último espacio reservado para el diario. Borre o mueva archivos hasta liberar 1 GB.',
    },
  },
  clock_jumped: {
    staff: {
      title: 'El reloj de este PC ha saltado.',
      next: 'Compare el reloj de la barra superior con el suyo. Active la fecha y hora automáticas en los ajustes del sistema.',
    },
  },
  runtime_old: {
    staff: {
      title: 'Funciona con el entorno de prueba.',
      next: 'Es antiguo y solo sirve para probar. Para una portería real, instale Gatehouse desde su paquete.',
    },
  },
  central_unreachable: {
    staff: {
      title: 'Sin conexión con la central.',
      next: 'La portería sigue trabajando y lo envía todo después. Revise el cable de red en el PC y en la pared, y luego la dirección en Ajustes.',
    },
  },
  central_not_ours: {
    staff: {
      title: 'Otra cosa responde por la central.',
      next: 'A menudo es la página de acceso de una red. Abra en un navegador de este PC la dirección que figura en Ajustes e inicie sesión, o corrija la dirección.',
    },
  },
  central_error: {
    staff: {
      title: 'La central tiene sus propios problemas.',
      next: 'Todo se guarda aquí y se vuelve a enviar solo. Si dura una hora, diga a quien lleva la central a qué hora empezó.',
    },
  },
  gate_unknown: {
    staff: {
      title: 'La central no conoce este acceso.',
      next: 'El acceso sigue con lo que tiene. Pida un código de alta a quien lleva la central e introdúzcalo en Ajustes.',
    },
  },
  gate_not_allowed: {
    staff: {
      title: 'La central no admite este acceso.',
      next: 'El acceso sigue con lo que tiene. Pida a quien lleva la central que lo permita; volverá a probar solo.',
    },
  },
  version_too_old: {
    staff: {
      title: 'Este programa es antiguo para la central.',
      next: 'El acceso sigue y lo guarda todo. Haga instalar en este PC el Gatehouse más reciente.',
    },
  },
  central_lost_acts: {
    staff: {
      title: 'La central ha perdido actos que ya no están aquí.',
      next: 'Aquí todo está bien y el acceso sigue. Pida a quien lleva la central una copia más reciente.',
    },
  },
  enrol_unknown: {
    staff: {
      title: 'La central no conoce este código.',
      next: 'Compárelo letra por letra. Si coincide, cree otro código de alta en la central y use ese.',
    },
  },
  enrol_used: {
    staff: {
      title: 'Este código ya se ha usado.',
      next: 'Un código sirve para una sola portería. Cree otro código de alta en la central y use ese.',
    },
  },
  enrol_ended: {
    staff: {
      title: 'Este código ha caducado.',
      next: 'Cree otro código de alta en la central y úselo antes de que caduque.',
    },
  },
  device_revoked: {
    staff: {
      title: 'La central ha retirado esta portería.',
      next: 'Aquí ya no se deja entrar a nadie. Lo registrado aún se entrega; después se borran de este PC los datos de las personas. Si no era lo previsto, pregunte a quien lleva la central.',
    },
  },
  event_set_aside: {
    staff: {
      title: 'La central no ha aceptado un hecho.',
      next: 'Se guarda aquí, y los demás siguen. Expórtelo con la herramienta del registro y envíelo a quien lleva la central.',
    },
  },
  camera_missing: {
    staff: {
      title: 'No se encuentra ninguna cámara.',
      next: 'Conecte el cable USB de la cámara, o elija otra en Ajustes, Cámara.',
    },
  },
  camera_busy: {
    staff: {
      title: 'Otro programa usa la cámara.',
      next: 'Cierre los programas de videollamadas y fotos; Gatehouse recupera la cámara solo.',
    },
  },
  camera_denied: {
    staff: {
      title: 'Gatehouse no puede usar la cámara.',
      next: 'Windows: Configuración, Privacidad, Cámara. macOS: Ajustes del Sistema, Privacidad, Cámara. Linux: sudo usermod -aG video $USER. Dé ahí el permiso y reinicie Gatehouse.',
    },
  },
  camera_dark: {
    staff: {
      title: 'La cámara solo ve oscuridad.',
      next: 'Quite la tapa del objetivo, limpie el objetivo y encienda una luz.',
    },
  },
  camera_stalled: {
    staff: {
      title: 'La imagen de la cámara está parada.',
      next: 'Desconecte su cable USB, cuente hasta cinco y conéctelo a un puerto del propio PC, no de un concentrador.',
    },
  },
  port_missing: {
    staff: {
      title: 'El dispositivo serie no está.',
      next: 'Conecte su cable USB. Si está conectado, elíjalo de nuevo en Ajustes, Configurar dispositivos.',
    },
  },
  port_busy: {
    staff: {
      title: 'Otro programa usa el puerto.',
      next: 'Cierre los terminales y herramientas del fabricante que usan este dispositivo; Gatehouse toma el puerto solo.',
    },
  },
  port_denied: {
    staff: {
      title: 'Gatehouse no puede usar el puerto.',
      next: 'En Linux ejecute: sudo usermod -aG dialout $USER. Después cierre la sesión, vuelva a iniciarla y arranque Gatehouse.',
    },
  },
  port_lost: {
    staff: {
      title: 'El cable serie se ha soltado.',
      next: 'Vuelva a conectar el cable USB de este dispositivo; Gatehouse sigue solo.',
    },
  },
  board_silent: {
    staff: {
      title: 'La placa de la puerta no responde.',
      next: 'Mire que su luz de alimentación esté encendida y que A y B de su línea no estén cambiados. Después compare su dirección y su velocidad en Ajustes, Configurar dispositivos, con la placa.',
    },
  },
  board_wrong_reply: {
    staff: {
      title: 'La placa de la puerta responde raro.',
      next: 'Compare su familia y su velocidad en Ajustes, Configurar dispositivos, con su manual, y mire que ninguna otra placa tenga el mismo número de unidad.',
    },
  },
  relay_stuck: {
    staff: {
      title: 'Un relé de puerta no se mueve.',
      next: 'Mire si la puerta está cerrada, y quédese junto a ella si no. Deje la placa diez segundos sin corriente; si se repite, cambie la placa.',
    },
  },
  pulse_unconfirmed: {
    staff: {
      title: 'Puede que la puerta no se haya abierto.',
      next: 'La placa no lo ha confirmado. Mire la puerta y ábrala a mano si hace falta, y luego revise el cable de la placa.',
    },
  },
  door_effect_unknown: {
    staff: {
      title: 'No se sabe si la puerta se abrió.',
      next: 'El programa se paró entre la orden y la respuesta de la puerta. Mire si la persona está dentro, y si no, escanee de nuevo.',
    },
  },
  door_not_set_up: {
    staff: {
      title: 'Este carril no tiene puerta.',
      next: 'Se registra la entrada, pero no se abre nada. Añada la puerta en Ajustes, Configurar dispositivos, y elíjala para este carril.',
    },
  },
  door_kept_shut: {
    staff: {
      title: 'La puerta se ha dejado cerrada.',
      next: 'Está bloqueada, hay otra puerta de la esclusa abierta, o hay alarma de incendio. Mire las puertas y pruebe de nuevo.',
    },
  },
  device_host_gone: {
    staff: {
      title: 'No hay puertas ni lectores de cable.',
      next: 'Su programa se paró y vuelve a arrancar solo; abra la puerta a mano hasta entonces. Si se sigue parando, desconecte un dispositivo tras otro para saber cuál es.',
    },
  },
  window_crashed: {
    staff: {
      title: 'Una ventana se paró y ha vuelto.',
      next: 'No se ha perdido nada. Si vuelve a pasar, reinicie Gatehouse.',
    },
  },

  sign_in_needed: {
    staff: { title: 'Alguien tiene que iniciar sesión primero.', next: 'Elija su nombre y escriba su PIN.' },
  },
  not_allowed: {
    staff: {
      title: 'Esto requiere a alguien con más permisos.',
      next: 'Pida a una de las personas nombradas que escriba aquí su PIN.',
    },
  },
  secret_wrong: {
    staff: {
      title: 'Ese PIN o esa contraseña no coincide.',
      next: 'Compruebe el nombre elegido y escríbalo otra vez.',
    },
  },
  sign_in_locked: {
    staff: {
      title: 'Demasiados intentos con este nombre.',
      next: 'Espere hasta la hora indicada o pida a otra persona que inicie sesión.',
    },
  },
  user_gone: {
    staff: {
      title: 'Este nombre no está en uso aquí.',
      next: 'Elija otro nombre o pida a la oficina que revise la cuenta.',
    },
  },
};
