import { Button } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { useCallback, useRef, useState, type DragEvent, type ReactNode } from 'react';
import { MOST_FILE_BYTES } from '../../../core/site/portal.ts';
import type { UploadView } from '../../../preload/upload-views.ts';
import { useDesk } from '../data/desk.tsx';
import { useAnswer } from '../data/use-answer.ts';
import { Strip } from '../parts/strip.tsx';
import { Chip, type Tone } from '../parts/tone.tsx';
import { faultWords } from './refused-wishes.tsx';

/** E2: files for an event, chosen or dropped. They are on this gate at once and go up by themselves. */
export function DocumentsUp({ bookingId }: { readonly bookingId: string }): ReactNode {
  const { bridge, say } = useDesk();
  const input = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [troubles, setTroubles] = useState<readonly string[]>([]);
  const [over, setOver] = useState(false);
  const addOne = async (file: File): Promise<string | undefined> => {
    if (file.size > MOST_FILE_BYTES) return say('uploads.tooBig', { name: file.name });
    if (file.size === 0) return say('uploads.empty', { name: file.name });
    const bytes = new Uint8Array(await file.arrayBuffer());
    const { fault } = await bridge.addDocument({ bookingId, name: file.name.slice(0, 200), bytes });
    return fault === null ? undefined : faultWords(say, fault);
  };
  const add = async (files: readonly File[]): Promise<void> => {
    setBusy(true);
    const found: string[] = [];
    for (const file of files) {
      const trouble = await addOne(file).catch(() => say('bookings.notSaved'));
      if (trouble !== undefined) found.push(trouble);
    }
    setTroubles(found);
    setBusy(false);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    void add([...event.dataTransfer.files]);
  };
  return (
    <div
      className="documents-up"
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={say('uploads.add')}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          event.currentTarget.value = '';
          void add(files);
        }}
      />
      <Button
        size="md"
        variant="default"
        loading={busy}
        leftSection={<IconFileUpload size={18} aria-hidden="true" />}
        onClick={() => input.current?.click()}
      >
        {say('uploads.add')}
      </Button>
      <p className="soft">{say('uploads.hint')}</p>
      {troubles.map((trouble) => (
        <div key={trouble} role="alert">
          <Strip tone="bad" title={trouble} />
        </div>
      ))}
      <OnTheirWay bookingId={bookingId} />
    </div>
  );
}

const TONE: Readonly<Record<UploadView['state'], Tone>> = { sending: 'left', waiting: 'idle', stopped: 'warn' };

function OnTheirWay({ bookingId }: { readonly bookingId: string }): ReactNode {
  const { bridge, say } = useDesk();
  const uploads = useAnswer(useCallback(() => bridge.listUploads({ bookingId }), [bridge, bookingId]));
  if (!uploads || uploads.length === 0) return null;
  return (
    <ul className="uploads" aria-label={say('uploads.label')}>
      {uploads.map((upload) => (
        <Upload key={upload.documentId} upload={upload} />
      ))}
    </ul>
  );
}

function Upload({
  upload: { documentId, name, sizeBytes, sentBytes, state },
}: {
  readonly upload: UploadView;
}): ReactNode {
  const { bridge, say } = useDesk();
  /** What it was when the button was pressed: until that changes, once is enough. */
  const [pressed, setPressed] = useState<UploadView['state']>();
  const stopped = state === 'stopped';
  const press = (): void => {
    setPressed(state);
    const call = stopped ? bridge.goOnUpload({ documentId }) : bridge.stopUpload({ documentId });
    call.catch(() => setPressed(undefined));
  };
  return (
    <li className="upload">
      <bdi>{name}</bdi>
      <progress value={sentBytes} max={sizeBytes} aria-label={name} />
      <span className="number" dir="ltr">
        {Math.floor((sentBytes * 100) / sizeBytes)}&nbsp;%
      </span>
      <Chip tone={TONE[state]}>{say(`uploads.states.${state}`)}</Chip>
      <Button
        size="md"
        variant="default"
        disabled={pressed === state}
        aria-label={say(stopped ? 'uploads.goOnOf' : 'uploads.stopOf', { name })}
        onClick={press}
      >
        {say(stopped ? 'uploads.goOn' : 'uploads.stop')}
      </Button>
    </li>
  );
}
