import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconFile, IconFileTypePdf, IconPhoto } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { FileView } from '../../../preload/person-views.ts';
import { useDesk, useSlow } from '../data/desk.tsx';
import { Dialog } from '../parts/dialog.tsx';

function FileIcon({ mediaType }: { readonly mediaType: string }): ReactNode {
  if (mediaType.startsWith('image/')) return <IconPhoto size={20} aria-hidden="true" />;
  if (mediaType === 'application/pdf') return <IconFileTypePdf size={20} aria-hidden="true" />;
  return <IconFile size={20} aria-hidden="true" />;
}

interface FileButtonProps {
  readonly file: FileView;
  /** What it is, where that stands beside it: in short, and in full for whoever cannot see that. */
  readonly label?: { readonly short: string; readonly full: string };
}

/** E2: opens a picture here, a PDF in a window of its own, and saves everything else. Says what to do when the file is not here yet. */
export function FileButton({ file, label }: FileButtonProps): ReactNode {
  const { bridge, say } = useDesk();
  const [image, setImage] = useState<string>();
  const [opening, setOpening] = useState(false);
  const slow = useSlow(opening);
  const open = async (): Promise<void> => {
    setOpening(true);
    try {
      const answer = await bridge.openFile({ documentId: file.id, how: 'show' });
      if (answer.came === 'image') setImage(answer.sha256);
      if (answer.came === 'saved') notifications.show({ message: say('files.saved', { name: file.name }) });
      if (answer.came === 'fault')
        notifications.show({ message: say(`files.${answer.fault}`, { name: file.name }), color: 'refused' });
    } catch {
      notifications.show({ message: say('files.signIn'), color: 'refused' });
    } finally {
      setOpening(false);
    }
  };
  return (
    <>
      <Button
        className="file-button"
        variant="default"
        leftSection={<FileIcon mediaType={file.mediaType} />}
        loading={slow}
        aria-label={say('files.open', { name: label?.full ?? file.name })}
        onClick={() => void open()}
      >
        <bdi>{label?.short ?? file.name}</bdi>
      </Button>
      {image !== undefined && (
        <Dialog title={file.name} shape="side" onClose={() => setImage(undefined)}>
          <img className="file-image" src={`/blob/${image}`} alt={file.name} />
        </Dialog>
      )}
    </>
  );
}
