export const frSupport = {
  'support.title': 'Pour l’assistance',
  'support.hint':
    'Voyez où s’arrête le chemin vers la centrale et enregistrez un fichier pour qui vous aide. Il ne contient ni nom ni badge.',
  'support.try': 'Essayer le chemin vers la centrale',
  'support.save': 'Enregistrer un fichier d’assistance',
  'support.saved': 'Enregistré. Envoyez le fichier à qui vous aide.',
  'support.notDone': 'Cela n’a pas marché. Essayez encore.',
  'support.notEnrolled': 'Cette porte n’est pas encore configurée. Scannez d’abord son code d’inscription.',
  'support.steps.name': 'Nom de la centrale',
  'support.steps.line': 'Ligne vers la centrale',
  'support.steps.certificate': 'Certificat de la centrale',
  'support.steps.answer': 'Réponse de la centrale',
  'support.steps.clock': 'Les deux horloges',
  'support.results.good': 'Marche',
  'support.results.look': 'Pas tout seul',
  'support.results.bad': 'Ne marche pas',
  'support.results.skipped': 'Inutile',
  'support.took': '{ms} ms',
  'support.byProxy':
    'Tout seul, cela ne marche pas, mais la centrale répond. Un proxy le fait pour cette porte. Il n’y a rien à faire.',
  'support.next.name':
    'Le réseau ne connaît pas ce nom. Vérifiez l’adresse de la centrale sous À propos et le câble réseau.',
  'support.next.line': 'Rien n’arrive à la centrale. Vérifiez le câble réseau, puis demandez à qui gère le pare-feu.',
  'support.next.certificate':
    'Quelqu’un ouvre en route ce qui doit être scellé, ou le certificat est terminé. Prévenez qui gère le réseau.',
  'support.next.answer':
    'Autre chose répond à la place de la centrale, une page de connexion par exemple. Ouvrez un navigateur sur ce PC et regardez.',
  'support.next.clock': 'L’horloge de ce PC est loin de celle de la centrale. Mettez le PC à l’heure.',
  'record.save': 'Enregistrer tout ce qui est gardé ici',
  'record.saved': 'Enregistré. Le fichier contient tout ce que cette porte garde de la personne.',
  'record.notSaved': 'Impossible d’enregistrer. Choisissez un autre dossier.',
};
