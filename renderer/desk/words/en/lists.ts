/** Words of the places on the rail, their tabs and their lists. */
export const enLists = {
  'pages.activity': 'Activity',
  'pages.reports': 'Reports',
  'tabs.people': 'People',
  'tabs.insideNow': 'Inside now',

  'lists.working': 'Who’s working',
  'lists.workingSpan': 'Today',
  'lists.columns.stateSince': 'Since',
  'working.states.scheduled': 'Scheduled',
  'working.states.in': 'In',
  'working.states.on_break': 'On break',
  'working.states.out': 'Out',
  'working.states.late': 'Late',
  'working.states.no_show': 'No-show',
  'working.noPlan': 'No work today',
  'empty.working': 'Nobody works here today.',
  'empty.workingNext': 'People appear once they have work here today or come in.',
};
