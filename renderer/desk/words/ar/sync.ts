export const arSync = {
  'bar.staleNext.warn': 'بعد {duration} تصبح البيانات قديمة',
  'bar.staleNext.ask': 'بعد {duration} ينظر الموظف في كل شخص',
  'bar.staleNext.refuse': 'بعد {duration} لا يدخل أحد جديد',
  'withdrawn.remove': 'حذف بيانات الأشخاص',
  'withdrawn.title': 'هل تُحذف بيانات الأشخاص من هذا الحاسوب؟',
  'withdrawn.lead':
    'تُحذف الأسماء والصور وأوامر العمل من هذا الحاسوب نهائياً. وتبقى الأحداث هنا حتى يستلمها النظام المركزي.',
  'withdrawn.waiting': {
    zero: 'لا أحداث بانتظار التسليم.',
    one: 'حدث واحد ({count}) لم يُسلَّم بعد.',
    two: 'حدثان ({count}) لم يُسلَّما بعد.',
    few: '{count} أحداث لم تُسلَّم بعد.',
    many: '{count} حدثاً لم يُسلَّم بعد.',
    other: '{count} حدث لم يُسلَّم بعد.',
  },
  'withdrawn.yes': 'احذف الآن',
  'withdrawn.not': 'ما زالت البيانات هنا. حاول مرة أخرى.',
};
