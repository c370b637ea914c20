export const enSync = {
  'bar.staleNext.warn': 'In {duration} the data count as old',
  'bar.staleNext.ask': 'In {duration} staff look at each person',
  'bar.staleNext.refuse': 'In {duration} nobody new is admitted',
};
