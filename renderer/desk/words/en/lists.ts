/** Words of the places on the rail, their tabs and their lists. */
export const enLists = {
  'pages.activity': 'Activity',
  'pages.reports': 'Reports',
  'tabs.people': 'People',
  'tabs.insideNow': 'Inside now',
};
