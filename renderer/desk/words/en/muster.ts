export const enMuster = {
  'feed.types.muster.started.drill': 'Roll call started: drill',
  'feed.types.muster.started.live': 'Roll call started: emergency',
  'feed.types.muster.ended': 'Roll call ended',
};
