import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useId, useLayoutEffect, useRef, type ReactNode } from 'react';
import { useDesk } from '../data/desk.tsx';

interface DialogProps {
  readonly title: string;
  /** Escape, or a way out that the content offers. */
  readonly onClose: () => void;
  /** `side` stands at the end of the window and is as high as it is. */
  readonly shape?: 'middle' | 'side';
  readonly children: ReactNode;
}

/** A question or a panel over the page. The browser keeps the focus in it and gives it back afterwards. */
export function Dialog({ title, onClose, shape = 'middle', children }: DialogProps): ReactNode {
  const { say } = useDesk();
  const box = useRef<HTMLDialogElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    const dialog = box.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={box}
      className="dialog"
      data-shape={shape}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      // The page beneath must not take the same Escape for its own.
      onKeyDown={(event) => event.key === 'Escape' && event.stopPropagation()}
    >
      <div className="dialog-head">
        <h2 id={id} className="dialog-title">
          {title}
        </h2>
        {shape === 'side' && (
          <ActionIcon className="card-close" variant="subtle" aria-label={say('app.close')} onClick={onClose}>
            <IconX size={22} aria-hidden="true" />
          </ActionIcon>
        )}
      </div>
      {children}
    </dialog>
  );
}
