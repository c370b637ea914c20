import { ActionIcon, Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload, IconFile, IconFileTypePdf, IconPhoto } from '@tabler/icons-react';
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

/** What is shown here; everything else is saved when it is opened. */
const isShown = ({ mediaType }: FileView): boolean => mediaType.startsWith('image/') || mediaType === 'application/pdf';

/** E2: opens a picture here, a PDF in a window of its own, and saves everything else; what is shown can be saved as well. Says what to do when the file is not here yet. */
export function FileButton({ file, label }: FileButtonProps): ReactNode {
  const { bridge, say } = useDesk();
  const [image, setImage] = useState<string>();
  const [opening, setOpening] = useState(false);
  const slow = useSlow(opening);
  const open = async (how: 'show' | 'save'): Promise<void> => {
    setOpening(true);
    try {
      const answer = await bridge.openFile({ documentId: file.id, how });
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
    <span className="file">
      <Button
        className="file-button"
        variant="default"
        leftSection={<FileIcon mediaType={file.mediaType} />}
        loading={slow}
        aria-label={say('files.open', { name: label?.full ?? file.name })}
        onClick={() => void open('show')}
      >
        <bdi>{label?.short ?? file.name}</bdi>
      </Button>
      {isShown(file) && (
        <ActionIcon
          className="file-save"
          variant="default"
          aria-label={say('files.save', { name: label?.full ?? file.name })}
          title={say('files.save', { name: file.name })}
          onClick={() => void open('save')}
        >
          <IconDownload size={20} aria-hidden="true" />
        </ActionIcon>
      )}
      {image !== undefined && (
        <Dialog title={file.name} shape="side" onClose={() => setImage(undefined)}>
          <img className="file-image" src={`/blob/${image}`} alt={file.name} />
        </Dialog>
      )}
    </span>
  );
}
