import type { Word } from '../../../shared/i18n.ts';
import type { enMuster } from '../en/muster.ts';

export const arMuster: Readonly<Record<keyof typeof enMuster, Word>> = {
  'feed.types.muster.started.drill': 'بدأ حصر الحاضرين: تدريب',
  'feed.types.muster.started.live': 'بدأ حصر الحاضرين: طوارئ',
  'feed.types.muster.ended': 'انتهى حصر الحاضرين',
};
