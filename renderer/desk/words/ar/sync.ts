export const arSync = {
  'bar.staleNext.warn': 'بعد {duration} تصبح البيانات قديمة',
  'bar.staleNext.ask': 'بعد {duration} ينظر الموظف في كل شخص',
  'bar.staleNext.refuse': 'بعد {duration} لا يدخل أحد جديد',
};
