import { useCallback } from 'react';
import { useDesk } from '../data/desk.tsx';

const KNOWN = ['section_off', 'actor_not_allowed', 'client_elsewhere'] as const;

/** Why an order was not taken, and what to do. */
export function useOrderFault(): (code: string) => string {
  const { say } = useDesk();
  return useCallback(
    (code) => {
      if (code === 'order_times') return say('orders.timesNeeded');
      const known = KNOWN.find((each) => each === code);
      return say(`orders.faults.${known ?? 'other'}`);
    },
    [say],
  );
}
