import { IconPlugOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Empty } from '../parts/empty.tsx';
import { deskLanguage, makeSpeech } from '../words/words.ts';

/** Main did not answer at all, so not even the chosen language is known: the computer's own it is. */
export function Silent(): ReactNode {
  const say = makeSpeech()(deskLanguage(navigator.language));
  return (
    <main className="silent" role="alert">
      <Empty icon={<IconPlugOff stroke={1.5} />} title={say('app.silentTitle')} next={say('app.silentNext')} />
    </main>
  );
}
