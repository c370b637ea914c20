/** The letter to a worker who was connected to a client, in the languages of the kiosk. */
interface Letter {
  readonly subject: (client: string) => string;
  readonly greeting: (firstName: string) => string;
  /** @param places the names of locations, or `everywhere` */
  readonly connected: (client: string, places: string) => string;
  readonly everywhere: string;
  readonly asks: string;
  readonly assessment: string;
  readonly induction: string;
  readonly credential: string;
  readonly checkIn: string;
  readonly next: (client: string) => string;
  /** Where nothing is missing. */
  readonly nothing: string;
}
export type LetterLanguage = 'en' | 'es' | 'fr' | 'pl' | 'ar';

export const CONNECTION_LETTERS: Readonly<Record<LetterLanguage, Letter>> = {
  en: {
    subject: (client) => `What ${client} asks of you`,
    greeting: (firstName) => `Hello ${firstName},`,
    connected: (client, places) => `You are now registered with ${client}, for: ${places}.`,
    everywhere: 'all locations',
    asks: 'Before you can be let in, the client asks for:',
    assessment: 'the assessment',
    induction: 'the induction',
    credential: 'your certificates',
    checkIn: 'Check in at the gate with your badge each time you come.',
    next: (client) => `Please complete this for ${client} before your first day there.`,
    nothing: 'Nothing is missing. Bring your badge.',
  },
  es: {
    subject: (client) => `Lo que ${client} le pide`,
    greeting: (firstName) => `Hola, ${firstName}:`,
    connected: (client, places) => `Ya está en el registro de ${client}, para: ${places}.`,
    everywhere: 'todos los lugares',
    asks: 'Antes de dejarle entrar, el cliente pide:',
    assessment: 'la evaluación',
    induction: 'el curso de acogida',
    credential: 'sus certificados',
    checkIn: 'Registre su entrada con la tarjeta en la puerta cada vez que venga.',
    next: (client) => `Complete esto para ${client} antes de su primer día allí.`,
    nothing: 'No falta nada. Traiga su tarjeta.',
  },
  fr: {
    subject: (client) => `Ce que ${client} vous demande`,
    greeting: (firstName) => `Bonjour ${firstName},`,
    connected: (client, places) => `Vous êtes maintenant inscrit auprès de ${client}, pour : ${places}.`,
    everywhere: 'tous les sites',
    asks: 'Avant de vous laisser entrer, le client demande :',
    assessment: "l'évaluation",
    induction: "l'accueil sécurité",
    credential: 'vos certificats',
    checkIn: "Présentez votre badge à l'entrée à chaque venue.",
    next: (client) => `Merci de tout compléter pour ${client} avant votre premier jour sur place.`,
    nothing: 'Il ne manque rien. Apportez votre badge.',
  },
  pl: {
    subject: (client) => `Czego wymaga od Ciebie ${client}`,
    greeting: (firstName) => `Dzień dobry, ${firstName}!`,
    connected: (client, places) => `Jesteś na liście pracowników klienta ${client}. Miejsca: ${places}.`,
    everywhere: 'wszystkie',
    asks: 'Aby wejść na teren klienta, potrzebne są:',
    assessment: 'test',
    induction: 'szkolenie wstępne',
    credential: 'certyfikaty',
    checkIn: 'Za każdym razem zeskanuj identyfikator przy bramie.',
    next: (client) => `Załatw to dla klienta ${client} przed pierwszym dniem pracy.`,
    nothing: 'Niczego nie brakuje. Weź ze sobą identyfikator.',
  },
  ar: {
    subject: (client) => `ما يطلبه منك ${client}`,
    greeting: (firstName) => `مرحباً ${firstName}،`,
    connected: (client, places) => `أنت الآن مسجَّل لدى ${client} في: ${places}.`,
    everywhere: 'كل المواقع',
    asks: 'قبل السماح لك بالدخول يطلب العميل ما يلي:',
    assessment: 'التقييم',
    induction: 'التدريب التعريفي',
    credential: 'شهاداتك',
    checkIn: 'امسح بطاقتك عند البوابة في كل مرة تأتي فيها.',
    next: (client) => `يرجى إكمال ذلك لدى ${client} قبل يومك الأول هناك.`,
    nothing: 'لا ينقص شيء. أحضر بطاقتك معك.',
  },
};
