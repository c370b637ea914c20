import type { Word } from '../../../shared/i18n.ts';
import type { enNotices } from '../en/notices.ts';

export const arNotices: Readonly<Record<keyof typeof enNotices, Word>> = {
  'notices.label': 'أشخاص في الطريق',
  'notices.title': '{name}: سجّل حضوره من الهاتف',
  'notices.next': 'لم تُمسح بطاقته هنا بعد. امسحها قبل دخوله.',
  'notices.order': 'أمر العمل {number}',
  'notices.wait': 'انتظر البطاقة',
  'notices.open': 'افتح البطاقة',
  'notices.dismiss': 'أبعد التنبيه',
  'notices.dismissFor': 'أبعد التنبيه عن {name}',
  'notices.stranger': 'شخص ليس في القائمة',
  'notices.more': {
    zero: 'و{count} غيره',
    one: 'و{count} غيره',
    two: 'و{count} غيره',
    few: 'و{count} غيره',
    many: 'و{count} غيره',
    other: 'و{count} غيره',
  },
};
