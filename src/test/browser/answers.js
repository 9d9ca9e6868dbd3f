/** Answers as the service gives them, made from a seed: events without ids, in the contract's order. */

export const SENTENCES = {
  sv: ['Förskolan kostar högst 1 800 kronor i månaden.', 'Du ansöker i e-tjänsten.', 'Avgiften är 3 % av inkomsten före skatt.',
    'Återvinningscentralen är öppen till kl. 18.00.', 'Ring oss om du är osäker på vad som gäller.', 'Beslutet kommer inom tio veckor.',
    'Vad som krävs beror på detaljplanen: fråga först.', 'Ett bygglov gäller i fem år [från beslutet].'],
  en: ['You apply online.', 'The fee is 1 800 kronor a month.', 'Call us if you are not sure.', 'It is open until 6 p.m. on weekdays.'],
  fi: ['Haet paikkaa verkossa.', 'Maksu on 1 800 kruunua kuukaudessa.', 'Soita meille, jos olet epävarma.'],
  ar: ['تقدم الطلب عبر الإنترنت.', 'الرسوم 1 800 كرونة في الشهر.', 'اتصل بنا إذا لم تكن متأكدا.'],
  so: ['Waxaad ka codsan kartaa internetka.', 'Kharashku waa 1 800 koronood bishii.', 'Na soo wac haddii aadan hubin.'],
};
const ITEMS = ['Barn 1 (yngst) – högst 1 800 kronor', 'Legitimation', 'Ritning i skala 1:100', 'Måndag–fredag kl. 10–18', 'En kopia av avtalet'];
const PAGES = [['forskola-avgift', 'Avgift för förskola'], ['bygglov', 'Bygglov'], ['atervinningscentral', 'Återvinningscentraler'], ['parkering', 'Parkering']];
const HIDDEN = ['IDENTITY_NUMBER', 'PHONE', 'EMAIL', 'PAYMENT_CARD'];
/** Kinds with an outcome each, and how many of a hundred answers are such. */
/** As AnswerOutcome.linksPages. */
const RELATED = ['DECLINED_BY_RULE', 'REFERRED_TO_AUTHORITY', 'NOT_ANSWERED_LANGUAGE'];
const KINDS = [['answered', 'ANSWERED', 52], ['clarify', 'CLARIFICATION_ASKED', 12], ['emergency', 'EMERGENCY_CARD_SHOWN', 8], ['declined', 'DECLINED_BY_RULE', 8],
  ['referred', 'REFERRED_TO_AUTHORITY', 5], ['no_answer', 'NOT_ANSWERED_NO_EVIDENCE', 6], ['greeting', 'GREETED', 4], ['failed', 'FAILED_INDEX_UNAVAILABLE', 5]];

export const question = (text, { hidden = [], language = 'sv' } = {}) => ({ type: 'question', data: { text, hidden, language } });
export const text = (said, sources = [], lang = undefined) => ({ type: 'text', data: { text: said, sources, ...(lang && { lang }) } });
export const citation = (page, heading, anchor = 'start') => ({ page, heading, url: `/knowledge/${page}#${anchor}`, href: `/knowledge/${page}?revision=0123456789ab#${anchor}` });
export const source = (page, title, more = {}) => ({ page, title, score: 0.9, url: `/knowledge/${page}`, reviewed: '2026-09-14', ...more });
export const sources = (...all) => ({ type: 'sources', data: { sources: all } });
export const choices = (...labels) => ({ type: 'choices', data: { choices: labels.map((label, n) => ({ label, page: `sida-${n}` })) } });
export const completed = (kind, outcome, answer = 1) => ({ type: 'completed', data: { kind, outcome, answer, confidence: 0.9, related: RELATED.includes(outcome) || undefined } });
export const offer = (openNow = true, more = {}) => ({ type: 'handover-offer', data: { reason: 'always-offered', openNow,
  nextOpening: openNow ? null : '2026-11-30T08:00:00+01:00', phone: '031-390 06 00', email: 'kontaktcenter@lindakra.example',
  text: `Du når Kontaktcenter på telefon 031-390 06 00 eller e-post kontaktcenter@lindakra.example. ${openNow ? 'Öppet till kl. 16.30.' : 'Stängt. Öppnar i morgon kl. 8.00.'}`, ...more } });

/** The n-th answer of a run: {events, hidden, sentences}. */
export function answer(chance, number) {
  const [kind, outcome] = kindOf(chance.below(100));
  const lang = chance.chance(0.7) ? 'sv' : chance.pick(['en', 'fi', 'ar', 'so']);
  const hidden = HIDDEN.filter(() => chance.chance(0.08));
  const found = PAGES.slice(0, chance.between(1, PAGES.length));
  const cites = ['answered', 'declined'].includes(kind);
  const events = [question(`Fråga ${number}`, { hidden, language: lang })];
  if (kind !== 'emergency' && kind !== 'greeting') {
    events.push(sources(...found.map(([page, title]) => source(page, title))));
  }
  const sentences = Array.from({ length: chance.between(1, 8) }, () => (chance.chance(0.25) ? chance.pick(ITEMS) : chance.pick(SENTENCES[lang])));
  for (const said of sentences) {
    const cited = cites ? found.filter(() => chance.chance(0.5)).map(([page, title]) => citation(page, title, `del-${chance.below(3)}`)) : [];
    events.push(text(said, cited, lang === 'sv' ? undefined : lang));
  }
  if (kind === 'clarify') {
    events.push(choices('Simhallen', 'Återvinningscentralen'));
  }
  if (kind !== 'emergency' && kind !== 'greeting') {
    events.push(offer(chance.chance(0.5)));
  }
  events.push(completed(kind, outcome, number));
  return { events, hidden, sentences };
}

function kindOf(share) {
  let upTo = 0;
  return KINDS.find(([, , percent]) => share < (upTo += percent));
}
