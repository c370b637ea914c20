export const enSupport = {
  'support.title': 'For support',
  'support.hint':
    'See where the way to central ends, and save one file for whoever helps you. It holds nobody’s name and no badge.',
  'support.try': 'Try the way to central',
  'support.save': 'Save a file for support',
  'support.saved': 'Saved. Send the file to whoever helps you.',
  'support.notDone': 'That did not work. Try again.',
  'support.notEnrolled': 'This gate is not set up yet. Scan its enrolment code first.',
  'support.steps.name': 'Name of central',
  'support.steps.line': 'A line to central',
  'support.steps.certificate': 'Central’s certificate',
  'support.steps.answer': 'An answer from central',
  'support.steps.clock': 'The two clocks',
  'support.results.good': 'Works',
  'support.results.look': 'Not by itself',
  'support.results.bad': 'Does not work',
  'support.results.skipped': 'Not needed',
  'support.took': '{ms} ms',
  'support.byProxy':
    'It does not work by itself, but central answers. A proxy does it for this gate. There is nothing to do.',
  'support.next.name':
    'The network does not know this name. Check the address of central under About, and the network cable.',
  'support.next.line':
    'Nothing gets through to central. Check the network cable, then ask whoever looks after the firewall.',
  'support.next.certificate':
    'Somebody between opens what should be sealed, or the certificate has ended. Tell whoever looks after the network.',
  'support.next.answer':
    'Something else answers in central’s place, a sign-in page for instance. Open a browser on this PC and look.',
  'support.next.clock': 'The clock of this PC is far from central’s. Set the clock of the PC.',
  'record.save': 'Save all that is kept here',
  'record.saved': 'Saved. The file holds everything that this gate keeps of this person.',
  'record.notSaved': 'It could not be saved. Choose another folder.',
};
