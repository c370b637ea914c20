import { useEffect, useRef } from 'react';
import type { KioskView } from '../../preload/views.ts';
import type { Player } from '../shared/sounds.ts';

/** Each outcome sounds once; what is left of it falls silent when the outcome goes. */
export function useOutcomeSound(player: Player, view: KioskView | undefined): void {
  const outcome = view?.screen === 'outcome' ? view.outcome : undefined;
  const [id, kind] = [outcome?.id, outcome?.kind];
  // Turning the volume up is no reason to sound again.
  const volume = useRef(0);
  useEffect(() => {
    volume.current = view?.volume ?? 0;
  });
  useEffect(() => {
    if (id === undefined || kind === undefined) return undefined;
    player.play(kind, volume.current);
    return player.silence;
  }, [player, id, kind]);
}
