export const enSync = {
  'bar.staleNext.warn': 'In {duration} the data count as old',
  'bar.staleNext.ask': 'In {duration} staff look at each person',
  'bar.staleNext.refuse': 'In {duration} nobody new is admitted',
  'withdrawn.remove': 'Remove people’s data',
  'withdrawn.title': 'Remove people’s data from this PC?',
  'withdrawn.lead': 'Names, photos and work orders go from this PC for good. Acts stay here until central has them.',
  'withdrawn.waiting': { one: '{count} act is not handed over yet.', other: '{count} acts are not handed over yet.' },
  'withdrawn.yes': 'Remove now',
  'withdrawn.not': 'People’s data is not removed. Try again.',
};
