export const frKeeping = {
  'kept.title': 'Ce qui est conservé',
  'kept.hint':
    'Ce que cet ordinateur conserve des personnes et de leurs passages, et pendant combien de temps. Le central a son propre registre.',
  'kept.acts': 'Actes sur cet ordinateur',
  'kept.oldest': 'Le plus ancien',
  'kept.left': 'Actes déjà partis',
  'kept.leftSince': '{number} depuis le {date}',
  'kept.noneLeft': 'Aucun pour le moment',
  'kept.people': 'Personnes connues ici',
  'kept.files': 'Photos et documents',
  'kept.disk': 'Place sur le disque',
  'kept.megabytes': '{number} Mo',
  'kept.next': 'Prochain nettoyage',
  'kept.saveTo': 'Enregistrés avant de partir dans',
  'kept.journalDays': 'Conserver les actes',
  'kept.wordsDays': 'Conserver leurs noms et notes',
  'kept.days': { one: '{count} jour', many: '{count} de jours', other: '{count} jours' },
  'kept.clean': 'Nettoyer maintenant',
  'kept.last.nothing': 'Tout ce qui est conservé ici est encore utile. Il n’y a rien à faire.',
  'kept.last.left': 'Les anciens actes ont quitté cet ordinateur. Le central les a.',
  'kept.last.stopped': 'C’était interrompu. Cela reprend tout seul.',
  'kept.last.clock': 'Rien ne part avant que l’heure du central soit connue. Reliez cette porte au central une fois.',
  'kept.last.not_saved':
    'Le dossier des anciens actes n’est pas accessible en écriture, donc ils restent. Demandez au bureau de le vérifier.',
  'kept.last.not_recorded': 'Il n’y a plus de place pour un acte de plus. Libérez de la place sur le disque.',
  'kept.last.broken':
    'Un acte n’est pas tel qu’il a été écrit. Lui et les suivants restent comme preuve. Prévenez le bureau.',
};
