import type { Word } from '../../../shared/i18n.ts';
import type { enPaperList } from '../en/paper-list.ts';

export const arPaperList: Readonly<Record<keyof typeof enPaperList, Word>> = {
  'paperList.title': 'القائمة الورقية',
  'paperList.hint': 'من في الداخل، على الورق كل فترة: إذا انطفأ هذا الحاسوب تبقى القائمة.',
  'paperList.often': 'كم مرة',
  'paperList.location': 'كما يريد الموقع: {often}',
  'paperList.every': {
    zero: 'كل {count} دقيقة',
    one: 'كل دقيقة',
    two: 'كل دقيقتين',
    few: 'كل {count} دقائق',
    many: 'كل {count} دقيقة',
    other: 'كل {count} دقيقة',
  },
  'paperList.never': 'أبدًا',
  'paperList.to': 'إلى أين',
  'paperList.tos.printer': 'الطابعة',
  'paperList.tos.folder': 'ملفات في مجلد',
  'paperList.folder': 'الملفات، أيضًا بلا طابعة، موجودة في',
  'paperList.now': 'اطبع الآن',
  'paperList.noneYet': 'لا شيء منذ تشغيل البرنامج.',
  'paperList.last.printed': 'طُبعت: {time}',
  'paperList.last.saved': 'حُفظت كملف: {time}',
  'paperList.last.fault': 'تعذر إعدادها: {time}. انظر إلى الطابعة واطبع مرة أخرى.',
};
