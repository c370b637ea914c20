import { IconChevronRight } from '@tabler/icons-react';
import { useId, useState, type ReactNode } from 'react';

interface UnfoldingProps {
  readonly head: ReactNode;
  readonly headClass?: string;
  /** What is shown under the head once it is open. */
  readonly children: (isOpen: boolean) => ReactNode;
}

/** A row of a list that opens to show what belongs to it. */
export function Unfolding({ head, headClass = 'crew-head', children }: UnfoldingProps): ReactNode {
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  return (
    <li className="crew">
      <button
        type="button"
        className={headClass}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setIsOpen(!isOpen)}
      >
        <IconChevronRight className="crew-arrow" size={20} aria-hidden="true" />
        {head}
      </button>
      <div id={id} hidden={!isOpen}>
        {children(isOpen)}
      </div>
    </li>
  );
}
