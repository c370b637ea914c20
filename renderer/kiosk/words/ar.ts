import type { KioskWords } from './en.ts';

export const ar: KioskWords = {
  'ready.camera': 'ارفع بطاقتك أمام الكاميرا.',
  'ready.scanner': 'قرّب بطاقتك من الماسح.',
  'ready.starting': 'لحظة من فضلك: الكاميرا تبدأ العمل.',
  reading: 'جارٍ قراءة بطاقتك…',
  'camera.missing': 'لا توجد كاميرا متصلة.',
  'camera.busy': 'برنامج آخر يستخدم الكاميرا.',
  'camera.denied': 'الكاميرا مطفأة.',
  'camera.dark': 'الضوء لا يكفي للكاميرا.',
  'camera.stalled': 'توقفت الكاميرا.',
  'camera.next': 'استخدم الماسح أو راجع موظفي البوابة.',
  'offline.since': 'بلا اتصال منذ {time}. امسح بطاقتك كالمعتاد.',
  offline: 'بلا اتصال. امسح بطاقتك كالمعتاد.',
  'out.title': 'هذه البوابة خارج الخدمة.',
  'out.next': 'يرجى مراجعة موظفي البوابة.',
  languages: 'اللغات',
  'leave.title': 'لموظفي البوابة: رقمك السري',
  'leave.no': 'الرقم السري لا يطابق. اكتبه مرة أخرى.',
  'leave.wait': 'انتظر لحظة ثم اكتبه مرة أخرى.',
  'leave.go': 'أغلق هذه الشاشة',
  'leave.stay': 'رجوع',
};
