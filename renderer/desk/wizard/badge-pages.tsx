import { IconBarcode, IconCamera, IconKeyboard, IconUsb, type Icon } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useDesk } from '../data/desk.tsx';
import { TrialBody } from '../devices/scan-trial.tsx';
import { useScannerTrial } from '../devices/use-trial.ts';
import { Choices } from '../parts/choices.tsx';
import { READERS, type Reader } from './answers.ts';
import type { PageProps } from './page.ts';
import { PortChoice } from './port-choice.tsx';

const ICONS: Readonly<Record<Reader, Icon>> = {
  camera: IconCamera,
  wedge: IconKeyboard,
  serial: IconBarcode,
  hid: IconUsb,
};

/** Step 1: how people show their badge, and whether it is read. */
export function BadgePages(props: PageProps): ReactNode {
  const { say } = useDesk();
  const { page, answers, onAnswer } = props;
  switch (page) {
    case 'readers':
      return (
        <Choices<Reader>
          several
          size="large"
          label={say('wizard.ask.readers')}
          choices={READERS.map((value) => {
            const ReaderIcon = ICONS[value];
            return {
              value,
              label: say(`wizard.readers.${value}`),
              hint: say(`wizard.readerHint.${value}`),
              icon: <ReaderIcon size={34} stroke={1.5} />,
            };
          })}
          chosen={answers.readers}
          onChoose={(reader) => onAnswer({ readers: toggled(answers.readers, reader) })}
        />
      );
    case 'scannerPort':
      return (
        <PortChoice
          label={say('wizard.ask.scannerPort')}
          link="serial"
          chosen={answers.scannerPort}
          onChoose={(scannerPort) => onAnswer({ scannerPort })}
        />
      );
    case 'tryReading':
      return <LiveTrial {...props} />;
    default:
      return null;
  }
}

const toggled = (readers: readonly Reader[], reader: Reader): readonly Reader[] =>
  READERS.filter((one) => (one === reader ? !readers.includes(one) : readers.includes(one)));

/** Listens from the moment that the page is there: nobody has to press anything first. */
function LiveTrial({ made }: PageProps): ReactNode {
  // The setup of the moment when the page came: each drawing of it makes an equal one anew.
  const [setup] = useState(made.setup);
  const trial = useScannerTrial(setup, true);
  return <TrialBody trial={trial} />;
}
