export const enNotices = {
  'notices.label': 'People on the way',
  'notices.title': '{name} checked in from a phone',
  'notices.next': 'Their badge was not scanned here yet. Scan it before they go in.',
  'notices.order': 'Work order {number}',
  'notices.wait': 'Wait for the badge',
  'notices.open': 'Open card',
  'notices.dismiss': 'Put away',
  'notices.dismissFor': 'Put away the notice about {name}',
  'notices.stranger': 'A person not on this gate’s list',
  'notices.more': { one: 'And {count} more', other: 'And {count} more' },
};
