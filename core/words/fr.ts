import type { WordTable } from './words.ts';

const SEE_STAFF = 'Adressez-vous à l’agent d’accueil.';
const THEY_CHECK = 'L’agent regardera votre badge avec vous.';

export const fr: WordTable = {
  welcome: {
    worker: { title: 'Bienvenue, {{firstName}}.', next: 'Fin de validité du badge : {{endsAt}}. Vous pouvez entrer.' },
    staff: {
      title: 'Entrée enregistrée.',
      next: 'Ordre de travail {{workOrderNumber}} pour {{clientName}}. Événement {{eventName}} pour {{clientName}}. Fin de validité du badge : {{endsAt}}. Rien à faire.',
    },
  },
  no_check_in_here: {
    worker: {
      title: 'Bienvenue, {{firstName}}.',
      next: 'Aucun enregistrement n’est demandé ici. Vous pouvez entrer.',
    },
    staff: {
      title: 'Entrée sans enregistrement.',
      next: 'Ce lieu ne demande pas d’enregistrement : aucun ordre de travail n’a été contrôlé. Rien à faire.',
    },
  },
  goodbye: {
    worker: { title: 'Au revoir, {{firstName}}. {{inside}}.', next: 'Bonne route.' },
    staff: { title: 'Sortie enregistrée.', next: 'Temps passé sur site : {{inside}}. Rien à faire.' },
  },

  badge_revoked: {
    worker: { title: 'Ce badge a été retiré.', next: SEE_STAFF },
    staff: {
      title: 'Badge retiré.',
      next: 'Retiré depuis {{since}}. Vérifiez qui le porte ; le bureau peut créer un nouveau badge pour la bonne personne.',
    },
  },
  badge_ended: {
    worker: {
      title: 'Votre badge a expiré.',
      next: 'Fin de validité : {{endsAt}}. Demandez un nouveau badge à votre entreprise.',
    },
    staff: {
      title: 'Badge expiré.',
      next: 'Fin de validité : {{endsAt}}. Faites créer un nouveau badge par le bureau, puis scannez-le.',
    },
  },
  badge_not_yet: {
    worker: {
      title: 'Votre badge n’est pas encore valable.',
      next: 'Début de validité : {{startsAt}}. Scannez de nouveau à ce moment-là.',
    },
    staff: {
      title: 'Badge pas encore valable.',
      next: 'Début de validité : {{startsAt}}. Si le travail a été avancé, faites créer un nouveau badge par le bureau.',
    },
  },
  person_blocked: {
    worker: { title: 'L’accès n’est pas possible aujourd’hui.', next: SEE_STAFF },
    staff: {
      title: 'Personne bloquée.',
      next: 'Bloquée depuis {{since}}. Motif : {{reason}}. Gardez la personne dehors tant que le bureau n’a pas levé le blocage.',
    },
  },
  locked_down: {
    worker: { title: 'Cette entrée est fermée.', next: SEE_STAFF },
    staff: {
      title: 'Pas d’entrée : la porte est verrouillée.',
      next: 'Personne n’entre ici avant le retour au mode normal ; la sortie reste possible. Changez le mode sous « Portes » quand il n’y a plus de danger.',
    },
  },
  fire_alarm: {
    worker: { title: 'Alarme incendie.', next: 'N’entrez pas. Allez au point de rassemblement.' },
    staff: {
      title: 'Pas d’entrée : l’alarme incendie est active.',
      next: 'Toutes les sorties sont libres et personne n’entre. Quand l’alarme est finie, réarmez la centrale incendie ; les portes suivent toutes seules.',
    },
  },
  roll_call: {
    worker: { title: 'Urgence.', next: 'N’entrez pas. Allez au point de rassemblement.' },
    staff: {
      title: 'Pas d’entrée : un appel d’urgence est en cours.',
      next: 'Personne n’entre et tous peuvent sortir. Terminez l’appel sous Sur site quand c’est fini.',
    },
  },
  other_door_open: {
    worker: { title: 'Attendez, une autre porte est ouverte.', next: 'Scannez de nouveau quand elle sera fermée.' },
    staff: {
      title: 'Pas d’entrée : l’autre porte du sas est ouverte.',
      next: 'Faites-la fermer, puis faites scanner le badge de nouveau.',
    },
  },
  not_connected: {
    worker: {
      title: 'Il manque votre inscription ici.',
      next: 'Client ici : {{clientName}}. Demandez à votre entreprise de vous inscrire.',
    },
    staff: {
      title: 'Pas de rattachement au client.',
      next: '{{clientName}} demande une inscription, et elle manque pour cette personne à {{locationName}}. Demandez à l’entreprise d’ajouter le rattachement ; il arrive ici tout seul, puis scannez de nouveau.',
    },
  },
  assessment_missing: {
    worker: {
      title: 'Il manque votre évaluation.',
      next: '{{clientName}} la demande. Faites-la, puis scannez de nouveau.',
    },
    staff: {
      title: 'Évaluation manquante.',
      next: '{{clientName}} ne laisse entrer personne sans elle. Faites-la passer à la personne, puis scannez de nouveau.',
    },
  },
  assessment_ended: {
    worker: {
      title: 'Votre évaluation a expiré.',
      next: 'Fin de validité : {{endsAt}}. Refaites-la, puis scannez de nouveau.',
    },
    staff: {
      title: 'Évaluation expirée.',
      next: 'Fin de validité : {{endsAt}}. {{clientName}} demande une évaluation à jour. Faites-la repasser à la personne, puis scannez de nouveau.',
    },
  },
  induction_missing: {
    worker: {
      title: 'Il manque votre accueil sécurité.',
      next: '{{clientName}} le demande. Suivez-le, puis scannez de nouveau.',
    },
    staff: {
      title: 'Accueil sécurité manquant.',
      next: '{{clientName}} ne laisse entrer personne sans lui. Faites-le suivre à la personne, puis scannez de nouveau.',
    },
  },
  induction_ended: {
    worker: {
      title: 'Votre accueil sécurité a expiré.',
      next: 'Fin de validité : {{endsAt}}. Suivez-le de nouveau, puis scannez.',
    },
    staff: {
      title: 'Accueil sécurité expiré.',
      next: 'Fin de validité : {{endsAt}}. {{clientName}} demande un accueil à jour. Faites-le suivre de nouveau, puis scannez le badge.',
    },
  },
  credential_missing: {
    worker: {
      title: 'Il manque un de vos certificats.',
      next: '{{clientName}} le demande. Envoyez-le à votre entreprise, puis scannez de nouveau.',
    },
    staff: {
      title: 'Certificat manquant.',
      next: '{{clientName}} ne laisse entrer personne sans lui. Demandez à l’entreprise de le déposer ; une fois accepté, scannez de nouveau.',
    },
  },
  credential_ended: {
    worker: {
      title: 'Un de vos certificats a expiré.',
      next: 'Fin de validité : {{endsAt}}. Envoyez le nouveau à votre entreprise.',
    },
    staff: {
      title: 'Certificat expiré.',
      next: 'Fin de validité : {{endsAt}}. {{clientName}} demande un certificat à jour. Demandez à l’entreprise de le déposer, puis scannez de nouveau.',
    },
  },
  not_assigned: {
    worker: {
      title: 'Aucun ordre de travail ici.',
      next: 'Demandez à votre entreprise de vous ajouter, puis scannez de nouveau.',
    },
    staff: {
      title: 'Aucun ordre de travail ici.',
      next: 'La personne n’est sur aucun ordre de travail ouvert à {{locationName}}. Demandez au bureau de l’ajouter ; cela arrive ici tout seul, puis scannez de nouveau.',
    },
  },
  wrong_place: {
    worker: {
      title: 'On vous attend ailleurs.',
      next: 'Le lieu est sur votre ordre de travail. Allez à {{locationName}}.',
    },
    staff: {
      title: 'Personne attendue dans un autre lieu.',
      next: 'L’ordre de travail {{workOrderNumber}} est ailleurs. L’événement {{eventName}} est ailleurs. Début : {{startsAt}}. Lieu : {{locationName}}. Indiquez le chemin à la personne.',
    },
  },
  order_closed: {
    worker: {
      title: 'Votre ordre de travail est clos.',
      next: 'Son numéro : {{workOrderNumber}}. Demandez une nouvelle date à votre entreprise.',
    },
    staff: {
      title: 'Ordre de travail clos.',
      next: '{{workOrderNumber}} est terminé ou annulé. S’il reste du travail, faites fixer une nouvelle date par le bureau, puis scannez de nouveau.',
    },
  },
  event_unconfirmed: {
    worker: {
      title: 'Votre événement n’est pas confirmé.',
      next: 'C’est {{eventName}}. Demandez à votre entreprise de le confirmer, puis scannez.',
    },
    staff: {
      title: 'Événement à confirmer.',
      next: '{{eventName}} est encore à confirmer. Début : {{startsAt}}. Demandez au bureau ou au client de le confirmer ; cela arrive ici tout seul, puis scannez de nouveau.',
    },
  },
  event_closed: {
    worker: {
      title: 'Votre événement n’a pas lieu.',
      next: 'C’était {{eventName}}. Demandez une nouvelle date à votre entreprise.',
    },
    staff: {
      title: 'Événement terminé ou annulé.',
      next: '{{eventName}} est terminé ou annulé. S’il faut encore du monde, faites-le réserver de nouveau par le bureau, puis scannez de nouveau.',
    },
  },
  too_early: {
    worker: {
      title: 'Vous êtes en avance.',
      next: 'Début du travail : {{startsAt}}. Scannez de nouveau à ce moment-là.',
    },
    staff: {
      title: 'Trop tôt.',
      next: 'Ordre de travail {{workOrderNumber}}, début : {{startsAt}}, et sa marge n’a pas commencé. Événement {{eventName}} : début {{startsAt}}, marge pas encore ouverte. Si le travail doit commencer maintenant, faites avancer la date par le bureau, puis scannez de nouveau.',
    },
  },
  too_late: {
    worker: {
      title: 'Votre créneau de travail est terminé.',
      next: 'Fin du travail : {{endsAt}}. Demandez une nouvelle date à votre entreprise.',
    },
    staff: {
      title: 'Trop tard.',
      next: 'Ordre de travail {{workOrderNumber}}, fin : {{endsAt}}, et sa marge est passée. Événement {{eventName}} : fin {{endsAt}}, marge dépassée. S’il reste du travail, faites fixer une nouvelle date par le bureau, puis scannez de nouveau.',
    },
  },
  grant_ended: {
    worker: {
      title: 'Votre badge a expiré.',
      next: 'Fin : {{endsAt}}. Demandez une nouvelle date à votre entreprise, puis refaites un badge.',
    },
    staff: {
      title: 'Badge épuisé.',
      next: 'Un badge vaut pour une durée fixe après son premier scan. Fin de celui-ci : {{endsAt}}. Faites déplacer l’ordre de travail à une nouvelle date, faites créer un nouveau badge, et scannez-le.',
    },
  },
  scan_needed: {
    worker: { title: 'Présentez votre badge.', next: 'Tenez-le devant le lecteur.' },
    staff: {
      title: 'Il faut scanner le badge.',
      next: 'Une première entrée le demande toujours, et ce lieu peut le demander à chaque fois. Demandez le badge et scannez-le.',
    },
  },
  already_inside: {
    worker: { title: 'Votre entrée est déjà enregistrée.', next: SEE_STAFF },
    staff: {
      title: 'Déjà sur site.',
      next: 'Sur site depuis {{since}}. Comparez la personne avec la photo. Si une sortie a été oubliée, enregistrez-la, puis scannez de nouveau.',
    },
  },
  inside_other_gate: {
    worker: { title: 'Votre entrée est déjà enregistrée.', next: SEE_STAFF },
    staff: {
      title: 'Déjà sur site.',
      next: 'Entrée enregistrée à {{gateName}}. Sur site depuis {{since}}. Comparez la personne avec la photo. Si une sortie a été oubliée, enregistrez-la, puis scannez de nouveau.',
    },
  },
  site_full: {
    worker: { title: 'Le site est complet.', next: 'Attendez ici que quelqu’un soit sorti.' },
    staff: {
      title: 'Site complet.',
      next: 'Personnes sur site : {{count}}, le maximum pour ce lieu. Cherchez les sorties oubliées sous « Sur site », ou attendez que quelqu’un soit sorti.',
    },
  },
  data_too_old: {
    worker: { title: 'Contrôle des badges impossible pour l’instant.', next: SEE_STAFF },
    staff: {
      title: 'Données trop anciennes pour de nouvelles personnes.',
      next: 'Dernière mise à jour complète : {{since}}. Branchez le câble réseau et regardez les Réglages ; quand les données sont à jour, scannez de nouveau.',
    },
  },
  answer_unwanted: {
    worker: { title: SEE_STAFF, next: 'On vous dira ce qu’il faut pour entrer.' },
    staff: {
      title: 'La réponse n’est pas celle attendue ici.',
      next: 'Le site attend une autre réponse avant d’entrer. Réglez le point demandé, puis scannez de nouveau.',
    },
  },
  staff_declined: {
    worker: { title: SEE_STAFF, next: 'On vous dira quoi faire maintenant.' },
    staff: {
      title: 'Un agent n’a pas ouvert.',
      next: 'Quelqu’un a regardé et n’a pas laissé entrer la personne. Une fois le point réglé, scannez de nouveau.',
    },
  },
  staff_silent: {
    worker: { title: 'Scannez encore une fois.', next: 'Puis attendez l’agent d’accueil.' },
    staff: {
      title: 'Personne n’a regardé à temps.',
      next: 'La personne a attendu, et personne n’a confirmé au poste. Faites scanner le badge de nouveau.',
    },
  },

  record_missing: {
    worker: { title: SEE_STAFF, next: THEY_CHECK },
    staff: {
      title: 'Aucune fiche de cette personne ici.',
      next: 'Elle est peut-être encore en route depuis le serveur central. Demandez une pièce d’identité avec photo, et appelez le bureau.',
    },
  },
  data_old_ask: {
    worker: { title: SEE_STAFF, next: THEY_CHECK },
    staff: {
      title: 'Données anciennes : un agent doit vérifier.',
      next: 'Dernière mise à jour complète : {{since}}. Demandez une pièce d’identité avec photo et l’ordre de travail, et vérifiez que le câble réseau est branché.',
    },
  },
  photo_check: {
    worker: { title: SEE_STAFF, next: THEY_CHECK },
    staff: {
      title: 'Comparez la photo.',
      next: 'Le site veut que la photo soit comparée avant d’ouvrir la porte. Regardez les deux, puis confirmez.',
    },
  },
  question_asked: {
    worker: { title: SEE_STAFF, next: 'On a une courte question pour vous.' },
    staff: {
      title: 'Des questions à poser.',
      next: 'Le site veut les réponses avant d’ouvrir la porte. Posez chaque question, puis confirmez.',
    },
  },
  not_recorded: {
    worker: { title: SEE_STAFF, next: THEY_CHECK },
    staff: {
      title: 'Le passage n’a pas pu être noté.',
      next: 'Ce qui n’est pas dans le journal n’ouvre pas la porte. Notez les noms et les heures sur papier, et libérez de la place sur le disque de ce PC.',
    },
  },

  unreadable: {
    worker: {
      title: 'Nous n’avons pas lu ce code.',
      next: 'Tenez-le à plat, sans bouger, à une main de distance, et essayez encore.',
    },
    staff: {
      title: 'Code illisible.',
      next: 'Une partie est abîmée ou cachée. Demandez un écran plus lumineux ou une nouvelle impression, et scannez de nouveau.',
    },
  },
  unknown_format: {
    worker: { title: 'Nous ne connaissons pas ce code.', next: 'Présentez votre badge du site.' },
    staff: {
      title: 'Ce n’est pas un badge.',
      next: 'Le code a été lu, mais ce poste n’en connaît pas le type. Demandez le badge du site.',
    },
  },
  unknown_badge: {
    worker: { title: 'Nous ne connaissons pas ce badge.', next: SEE_STAFF },
    staff: {
      title: 'Badge inconnu ici.',
      next: 'Le serveur central n’a pas annoncé ce badge à ce poste. Demandez le badge le plus récent, ou faites-en créer un par le bureau.',
    },
  },
  unknown_issuer: {
    worker: { title: 'Nous ne connaissons pas ce badge.', next: SEE_STAFF },
    staff: {
      title: 'Badge d’un émetteur inconnu.',
      next: 'Il est signé avec une clé que ce poste n’a pas. Appuyez sur « Synchroniser » et scannez de nouveau ; si rien ne change, faites créer un nouveau badge par le bureau.',
    },
  },
  bad_signature: {
    worker: { title: 'Ce badge ne convient pas.', next: SEE_STAFF },
    staff: {
      title: 'La signature ne correspond pas.',
      next: 'Le texte de ce badge n’est pas celui que son émetteur a signé. Ne laissez entrer personne avec lui, et prévenez le responsable.',
    },
  },

  passback_warning: {
    staff: {
      title: 'Était déjà sur site.',
      next: 'Deux entrées sans sortie entre les deux. Comparez la personne avec la photo.',
    },
  },
  passback_other_gate: {
    staff: {
      title: 'Était déjà sur site, par une autre entrée.',
      next: 'Passage enregistré à {{gateName}}. Aucune sortie n’a été vue là-bas ni ici. Comparez la personne avec la photo.',
    },
  },
  closed_by_rule: {
    staff: {
      title: 'Sortie enregistrée par la règle du site.',
      next: 'Personne n’a vu partir cette personne. Temps sur site : environ {{inside}}, une estimation. Demandez au responsable de vérifier les heures.',
    },
  },
  exit_without_entry: {
    staff: {
      title: 'Aucune entrée n’a été vue.',
      next: 'Demandez à la personne son heure d’entrée, et prévenez le responsable.',
    },
  },
  without_record: {
    staff: {
      title: 'Pas encore de fiche ici.',
      next: 'Seul le badge a parlé pour cette personne. Regardez de nouveau après la prochaine mise à jour.',
    },
  },
  data_stale: {
    staff: {
      title: 'Les données vieillissent.',
      next: 'Vérifiez que le câble réseau est branché, et regardez les Réglages.',
    },
  },

  not_enrolled: {
    staff: {
      title: 'Ce poste n’est pas encore configuré.',
      next: 'Créez un code d’enrôlement sur le serveur central, puis présentez son QR au lecteur ou tapez-le dans les Réglages.',
    },
  },
  settings_broken: {
    staff: {
      title: 'Une partie des réglages est illisible.',
      next: 'Le poste continue avec les valeurs par défaut pour cette partie, et garde une copie du fichier à côté de settings.json. Corrigez settings.json, puis redémarrez Gatehouse.',
    },
  },
  database_broken: {
    staff: {
      title: 'Le fichier du journal est abîmé.',
      next: 'Personne n’entre par badge avant sa réparation. Copiez tout le dossier de données sur un autre disque, puis contrôlez la copie avec l’outil du journal (verify) et appelez l’assistance.',
    },
  },
  database_newer: {
    staff: {
      title: 'Les données viennent d’un Gatehouse plus récent.',
      next: 'Cette version n’y touche pas. Installez le Gatehouse le plus récent sur ce PC, puis relancez-le.',
    },
  },
  disk_full: {
    staff: {
      title: 'Le disque est plein.',
      next: 'Rien ne peut être noté, la porte reste donc fermée. Supprimez ou déplacez des fichiers pour libérer 1 Go ; le poste reprend tout seul.',
    },
  },
  disk_nearly_full: {
    staff: {
      title: 'Le disque est presque plein.',
      next: 'La dernière réserve du journal est entamée. Supprimez ou déplacez des fichiers pour libérer 1 Go.',
    },
  },
  clock_jumped: {
    staff: {
      title: 'L’horloge de ce PC a sauté.',
      next: 'Comparez l’heure de la barre du haut avec la vôtre. Activez la date et l’heure automatiques dans les réglages du système.',
    },
  },
  runtime_old: {
    staff: {
      title: 'Le poste tourne sur l’environnement d’essai.',
      next: 'Il est ancien et ne sert qu’aux essais. Pour un vrai poste d’accès, installez Gatehouse depuis son paquet.',
    },
  },
  central_unreachable: {
    staff: {
      title: 'Pas de connexion au serveur central.',
      next: 'Le poste continue, et enverra tout plus tard. Vérifiez le câble réseau côté PC et côté mur, puis l’adresse dans les Réglages.',
    },
  },
  central_not_ours: {
    staff: {
      title: 'Autre chose répond à la place du serveur central.',
      next: 'C’est souvent la page de connexion d’un réseau. Ouvrez l’adresse des Réglages dans un navigateur sur ce PC et connectez-vous, ou corrigez l’adresse.',
    },
  },
  central_error: {
    staff: {
      title: 'Le serveur central a un souci.',
      next: 'Tout est gardé ici et renvoyé tout seul. Si cela dure une heure, dites à son responsable à quelle heure cela a commencé.',
    },
  },
  gate_unknown: {
    staff: {
      title: 'Le serveur central ne connaît pas cet accès.',
      next: 'L’accès continue avec ce qu’il a. Demandez un code d’inscription au responsable du serveur central et saisissez-le dans Réglages.',
    },
  },
  gate_not_allowed: {
    staff: {
      title: 'Le serveur central n’admet pas cet accès.',
      next: 'L’accès continue avec ce qu’il a. Demandez au responsable du serveur central de l’autoriser ; il réessaie tout seul.',
    },
  },
  version_too_old: {
    staff: {
      title: 'Ce programme est trop ancien pour le serveur central.',
      next: 'L’accès continue et garde tout. Faites installer le dernier Gatehouse sur ce PC.',
    },
  },
  central_lost_acts: {
    staff: {
      title: 'Le serveur central a perdu des actes partis d’ici.',
      next: 'Rien à régler ici, l’accès continue. Demandez au responsable du serveur une sauvegarde plus récente.',
    },
  },
  enrol_unknown: {
    staff: {
      title: 'Le serveur central ne connaît pas ce code.',
      next: 'Comparez-le lettre par lettre. S’il correspond, créez un nouveau code d’enrôlement sur le serveur central et utilisez-le.',
    },
  },
  enrol_used: {
    staff: {
      title: 'Ce code a déjà servi.',
      next: 'Un code configure un seul poste. Créez un nouveau code d’enrôlement sur le serveur central et utilisez-le.',
    },
  },
  enrol_ended: {
    staff: {
      title: 'Ce code a expiré.',
      next: 'Créez un nouveau code d’enrôlement sur le serveur central et utilisez-le avant sa fin.',
    },
  },
  device_revoked: {
    staff: {
      title: 'Le serveur central a retiré ce poste.',
      next: 'Plus personne n’entre par ce poste. Ce qui a été noté est encore transmis, puis les données des personnes sont effacées de ce PC. Si ce n’était pas voulu, demandez à la personne qui gère le serveur central.',
    },
  },
  event_set_aside: {
    staff: {
      title: 'Le serveur central n’a pas pris un événement.',
      next: 'Il est gardé ici, et les autres continuent. Exportez-le avec l’outil du journal, et envoyez-le au responsable du serveur central.',
    },
  },
  camera_missing: {
    staff: {
      title: 'Aucune caméra trouvée.',
      next: 'Branchez le câble USB de la caméra, ou choisissez-en une autre sous Réglages, Caméra.',
    },
  },
  camera_busy: {
    staff: {
      title: 'Un autre programme utilise la caméra.',
      next: 'Fermez les programmes d’appel vidéo et de photo ; Gatehouse reprend alors la caméra tout seul.',
    },
  },
  camera_denied: {
    staff: {
      title: 'Gatehouse n’a pas accès à la caméra.',
      next: 'Windows : Paramètres, Confidentialité, Caméra. macOS : Réglages Système, Confidentialité, Caméra. Linux : sudo usermod -aG video $USER. Donnez-lui l’accès à cet endroit, puis redémarrez Gatehouse.',
    },
  },
  camera_dark: {
    staff: {
      title: 'La caméra ne voit que du noir.',
      next: 'Retirez le cache de l’objectif, essuyez l’objectif, et allumez une lumière.',
    },
  },
  camera_stalled: {
    staff: {
      title: 'L’image de la caméra est figée.',
      next: 'Débranchez son câble USB, comptez jusqu’à cinq, et rebranchez-le sur une prise du PC lui-même, pas d’un hub.',
    },
  },
  port_missing: {
    staff: {
      title: 'L’appareil série est absent.',
      next: 'Branchez son câble USB. S’il est branché, choisissez-le de nouveau sous Réglages, Configurer les appareils.',
    },
  },
  port_busy: {
    staff: {
      title: 'Un autre programme utilise le port.',
      next: 'Fermez les terminaux et les outils du fabricant qui utilisent cet appareil ; Gatehouse prend alors le port tout seul.',
    },
  },
  port_denied: {
    staff: {
      title: 'Gatehouse n’a pas accès au port.',
      next: 'Sous Linux, lancez : sudo usermod -aG dialout $USER. Puis fermez la session, rouvrez-la, et démarrez Gatehouse.',
    },
  },
  port_lost: {
    staff: {
      title: 'Le câble série s’est débranché.',
      next: 'Rebranchez le câble USB de cet appareil ; Gatehouse reprend tout seul.',
    },
  },
  board_silent: {
    staff: {
      title: 'La carte relais de la porte ne répond pas.',
      next: 'Vérifiez que son voyant est allumé et que les fils A et B de sa ligne ne sont pas inversés. Puis comparez son adresse et sa vitesse sous Réglages, Configurer les appareils, avec la carte.',
    },
  },
  board_wrong_reply: {
    staff: {
      title: 'La carte relais répond de façon inattendue.',
      next: 'Comparez sa famille et sa vitesse sous Réglages, Configurer les appareils, avec sa notice, et vérifiez qu’aucune autre carte n’a la même adresse.',
    },
  },
  relay_stuck: {
    staff: {
      title: 'Un relais de porte ne bouge pas.',
      next: 'Regardez si la porte est fermée à clé, et restez près d’elle sinon. Coupez l’alimentation de la carte dix secondes ; si cela revient, remplacez la carte.',
    },
  },
  pulse_unconfirmed: {
    staff: {
      title: 'La porte ne s’est peut-être pas ouverte.',
      next: 'La carte n’a pas confirmé. Regardez la porte et ouvrez-la à la main si besoin, puis vérifiez le câble de la carte.',
    },
  },
  door_effect_unknown: {
    staff: {
      title: 'Ouverture de la porte non connue.',
      next: 'Le programme s’est arrêté entre l’ordre et la réponse de la porte. Regardez si la personne est entrée, et scannez de nouveau sinon.',
    },
  },
  door_not_set_up: {
    staff: {
      title: 'Cette voie n’a pas de porte.',
      next: 'Les passages sont enregistrés, mais rien ne s’ouvre. Ajoutez la porte sous Réglages, Configurer les appareils, et choisissez-la pour cette voie.',
    },
  },
  door_kept_shut: {
    staff: {
      title: 'La porte est restée fermée.',
      next: 'Elle est verrouillée, une autre porte du sas est ouverte, ou il y a une alarme incendie. Regardez les portes, puis essayez encore.',
    },
  },
  device_host_gone: {
    staff: {
      title: 'Portes et lecteurs à câble sont absents.',
      next: 'Leur programme s’est arrêté et redémarre tout seul ; ouvrez la porte à la main d’ici là. S’il s’arrête encore, débranchez les appareils un par un pour trouver lequel en est la cause.',
    },
  },
  window_crashed: {
    staff: {
      title: 'Une fenêtre s’est arrêtée puis est revenue.',
      next: 'Rien n’est perdu. Si cela se reproduit, redémarrez Gatehouse.',
    },
  },

  sign_in_needed: {
    staff: {
      title: 'Quelqu’un doit d’abord ouvrir une session.',
      next: 'Choisissez votre nom et tapez votre code PIN.',
    },
  },
  not_allowed: {
    staff: {
      title: 'Il faut pour cela quelqu’un qui a plus de droits.',
      next: 'Demandez à une des personnes nommées de taper ici son code PIN.',
    },
  },
  secret_wrong: {
    staff: {
      title: 'Ce code PIN ou ce mot de passe ne correspond pas.',
      next: 'Vérifiez le nom choisi et tapez-le encore une fois.',
    },
  },
  sign_in_locked: {
    staff: {
      title: 'Trop d’essais pour ce nom.',
      next: 'Attendez l’heure affichée, ou demandez à quelqu’un d’autre d’ouvrir une session.',
    },
  },
  user_gone: {
    staff: {
      title: 'Ce nom n’est pas en service ici.',
      next: 'Choisissez un autre nom, ou demandez au bureau de vérifier le compte.',
    },
  },
};
