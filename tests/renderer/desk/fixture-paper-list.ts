import type { PaperListView } from '../../../preload/muster-views.ts';

type Wanted = { readonly own?: PaperListView['own'] | undefined; readonly to?: PaperListView['to'] | undefined };

/** The paper list of a gate whose location wants it every half an hour. */
export function paperListAnswers(nowMs: number) {
  let view: PaperListView = {
    own: 'location',
    ofLocation: 30,
    everyMinutes: 30,
    to: 'printer',
    folder: '/var/lib/gatehouse/muster',
    last: { atMs: nowMs - 12 * 60_000, came: 'printed' },
  };
  return {
    getPaperList: () => view,
    setPaperList({ own = view.own, to = view.to }: Wanted) {
      view = { ...view, own, to, everyMinutes: own === 'location' ? view.ofLocation : own };
      return view;
    },
    putPaperList: () => (view = { ...view, last: { atMs: nowMs, came: view.to === 'printer' ? 'printed' : 'saved' } }),
  };
}
