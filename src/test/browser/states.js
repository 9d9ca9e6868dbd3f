/**
 * The states of the chat, each reached from a fresh page. A state is {reach, away, fleeting}: `reach(chat)` drives the page there, `away`
 * says that a person has the conversation, or that something else stands before everything. The scripted server answers, in
 * the page's language where the state does not want another.
 */
import { choices, citation, completed, offer, question, SENTENCES, source, sources, text } from './answers.js';

const LABELS = { sv: ['Bygglov för altan', 'Bygglov för uterum'], en: ['A permit for a deck', 'A permit for a conservatory'], ar: ['رخصة بناء شرفة', 'رخصة بناء غرفة'] };
const ASKED = { sv: 'Vad kostar förskolan för två barn?', en: 'What does preschool cost for two children?', ar: 'كم تكلفة الروضة لطفلين؟' };
const ITEMS = ['Barn 1 (yngst) – högst 1 800 kronor', 'Barn 2 – högst 1 200 kronor', 'Barn 3 – högst 600 kronor'];
const SERVICE = { name: 'Ansökan om plats i förskola och pedagogisk omsorg', url: 'https://e-tjanster.lindakra.example/plats', eId: true, signing: true, payment: true };
const OFFERS = [['message', '2026-12-01T16:30:00+01:00', 'Vi svarar här i chatten senast tisdag 1 december kl. 16.30'], ['email', '2026-12-01T16:31:00+01:00', 'Vi svarar med e-post senast tisdag 1 december kl. 16.30'],
  ['call-back', '2026-11-30T09:00:00+01:00', 'Vi ringer senast måndag 30 november kl. 9.00']].map(([kind, due, said]) => ({ kind, from: '2026-11-30T08:00:00+01:00', due, text: said }));
const PROMISED = { receipt: 'LK-26-000123', kind: 'call-back', due: OFFERS[2].due, text: OFFERS[2].text, said: 'Mitt barns plats', kept: false };

/** One state's page, its language and its scripted server. */
export class Chat {
  constructor(page, scripted, lang) {
    Object.assign(this, { page, scripted, play: scripted.play, lang });
  }

  sentence = (n, cited = []) => text(SENTENCES[this.lang][n % SENTENCES[this.lang].length], cited, this.lang === 'sv' ? undefined : this.lang);
  asked = (more = {}) => question(ASKED[this.lang], { language: this.lang, ...more });
  end = (kind, outcome) => completed(kind, outcome, 1);
  plain = () => [sources(source('forskola-avgift', 'Avgift för förskola')), this.sentence(0, [citation('forskola-avgift', 'Avgift för förskola')]), this.sentence(1),
    offer(), this.end('answered', 'ANSWERED')];

  /** Asks, is answered by `events`, and waits for their end, or for what is held. */
  async ask(events = this.plain(), { held = false } = {}) {
    const own = events[0]?.type === 'question' ? events : [this.asked(), ...events];
    this.play.script = () => own;
    const before = await this.page.evaluate(() => document.querySelectorAll('.turn').length);
    await this.send(ASKED[this.lang]);
    await this.page.waitFor((known) => document.querySelectorAll('.turn').length > known, before);
    if (!held) {
      await this.page.waitFor(() => globalThis.complete());
    }
  }

  async send(typed) {
    await this.page.fill('#fraga', typed);
    await this.page.press('Enter');
  }

  jump = (ms) => this.page.evaluate((by) => globalThis.jump(by), ms);
  /** Time passes in jumps, with what comes in between, until something holds. */
  async jumpUntil(ms, holds) {
    for (let n = 0; n < 200; n++) {
      if (await this.page.evaluate(holds)) {
        return;
      }
      await this.page.evaluate((by) => { globalThis.jump(by); return new Promise((done) => { requestAnimationFrame(() => done()); }); }, ms);
    }
    throw new Error(`does not come to hold in time: ${holds}`);
  }

  says = (selector, count = 1) => this.page.waitFor(([at, least]) => [...document.querySelectorAll(at)].filter((node) => node.checkVisibility() && node.textContent.trim() !== '').length >= least, [selector, count]);
  push = (...events) => this.play.push(this.play.latest, ...events);
  become = (from, to, change, said = this.sentence(3).data.text) => this.push({ type: 'state', data: { from, to, change, agent: to === 'with_agent' ? 'Anna Ek' : null, text: said } });
  say = (said, more = {}) => this.push({ type: 'message', data: { author: 'agent', name: 'Anna Ek', text: said, sources: [], ...more } });

  /** An answer, and then a person is asked for; the page follows the stream. */
  async queue() {
    await this.ask();
    this.play.on.handover = () => this.become('with_assistant', 'waiting', 'requested');
    await this.page.click('#person-knapp');
    await this.says('#person-lage');
    await this.says('.line');
  }

  async claimed() {
    await this.queue();
    this.become('waiting', 'with_agent', 'claimed');
    await this.says('.line', 2);
  }

  async promises(overview = { promised: [], offers: OFFERS }) {
    this.play.promises = overview;
    await this.ask([this.sentence(0), offer(false), this.end('handover', 'NOT_ANSWERED_LOW_CONFIDENCE')]);
    await this.page.waitFor(() => !document.getElementById('lofte').hidden && document.querySelectorAll('#lofte-val input, #lofte-lovat li').length > 0);
  }

  openMenu = () => this.page.evaluate(() => { document.getElementById('meny').open = true; });
}

const fails = (chat, fault, at) => chat.scripted.faults.push({ at, always: true, ...fault });

export const STATES = {
  empty: { reach: async () => {} },
  'a suggestion has the focus': { reach: (chat) => chat.page.evaluate(() => document.querySelector('.examples button').focus()) },
  typing: { reach: (chat) => chat.page.fill('#fraga', ASKED[chat.lang]) },
  'counter at 80 percent': { reach: async (chat) => { await chat.page.fill('#fraga', 'å '.repeat(410)); await chat.says('#fraga-antal'); } },
  'too long': { reach: async (chat) => { await chat.send('å '.repeat(510)); await chat.says('#fraga-fel'); } },
  'nothing typed': { reach: async (chat) => { await chat.send(''); await chat.says('#fraga-fel'); } },
  pending: { reach: async (chat) => { await chat.ask([{ type: 'hold' }], { held: true }); await chat.jump(2_000); await chat.says('.pending'); } },
  streaming: { reach: async (chat) => { await chat.ask([...chat.plain().slice(0, 3), { type: 'hold' }], { held: true }); await chat.says('.turn .text > p > span', 2); } },
  'asked while answering': { reach: async (chat) => { await chat.ask([chat.sentence(0), { type: 'hold' }], { held: true }); await chat.send('En till'); await chat.says('#fraga-fel'); } },
  greeting: { reach: (chat) => chat.ask([chat.sentence(0), chat.end('greeting', 'GREETED')]) },
  answered: { reach: (chat) => chat.ask() },
  'answered with a list': { reach: (chat) => chat.ask([sources(source('forskola-avgift', 'Avgift för förskola')), chat.sentence(0), ...ITEMS.map((item) => text(item, [citation('forskola-avgift', 'Avgift för förskola')])), offer(), chat.end('answered', 'ANSWERED')]) },
  'several sources': { reach: (chat) => chat.ask([sources(...['a', 'b', 'c', 'd'].map((id) => source(`sida-${id}`, `Förskoleverksamhetsavgift ${id}`))),
    ...['a', 'b', 'c', 'd'].map((id, n) => chat.sentence(n, [citation(`sida-${id}`, 'Vad kostar det?'), citation(`sida-${id}`, 'Undantag', 'undantag')])), offer(), chat.end('answered', 'ANSWERED')]) },
  'e-service': { reach: (chat) => chat.ask([sources(source('plats', 'Ansök om plats', { eService: SERVICE })), chat.sentence(0, [citation('plats', 'Ansök')]), offer(), chat.end('answered', 'ANSWERED')]) },
  choices: { reach: (chat) => chat.ask([chat.sentence(0), choices(...LABELS[chat.lang]), offer(), chat.end('clarify', 'CLARIFICATION_ASKED')]) },
  clarified: { reach: async (chat) => {
    await STATES.choices.reach(chat);
    chat.play.script = () => [question(LABELS[chat.lang][0], { language: chat.lang }), ...chat.plain()];
    await chat.page.click('.choices button');
    await chat.says('.question', 2);
    await chat.page.waitFor(() => globalThis.complete());
  } },
  referred: { reach: (chat) => chat.ask([sources(source('fk', 'Försäkringskassan')), chat.sentence(0), offer(), chat.end('referred', 'REFERRED_TO_AUTHORITY')]) },
  emergency: { reach: (chat) => chat.ask([text('Ring 112 nu.'), text('Vänta inte på svar här.'), chat.end('emergency', 'EMERGENCY_CARD_SHOWN')]) },
  declined: { reach: (chat) => chat.ask([sources(source('bygglov', 'Bygglov')), chat.sentence(1), offer(), chat.end('declined', 'DECLINED_BY_RULE')]) },
  'abuse met': { reach: (chat) => chat.ask([chat.sentence(2), offer(), chat.end('declined', 'ABUSE_WARNED')]) },
  'no answer': { reach: (chat) => chat.ask([sources(source('x', 'Sida')), chat.sentence(2), offer(), chat.end('no_answer', 'NOT_ANSWERED_NO_EVIDENCE')]) },
  'a fault of ours': { reach: (chat) => chat.ask([chat.sentence(2), offer(), chat.end('failed', 'FAILED_INDEX_UNAVAILABLE')]) },
  'question in another language': { reach: (chat) => chat.ask([question('Waxaan rabaa inaan wax weydiiyo', { language: 'so' }), sources(source('tolk', 'Tolk')), text(SENTENCES.so[2], [], 'so'), offer(true, { reason: 'language' }), chat.end('handover', 'NOT_ANSWERED_LANGUAGE')]) },
  'hidden personal data': { reach: (chat) => chat.ask([chat.asked({ hidden: ['IDENTITY_NUMBER', 'PHONE', 'EMAIL'] }), ...chat.plain()]) },
  'ten answers': { reach: async (chat) => { for (let n = 0; n < 10; n++) { await chat.ask(); } } },
  'restored after a reload': { reach: async (chat) => { await chat.ask(); await chat.page.reload(); await chat.page.waitFor(() => document.querySelectorAll('.turn .feedback').length === 1); } },
  unreachable: { reach: async (chat) => { fails(chat, { drop: true }); await chat.send(ASKED[chat.lang]); await chat.jumpUntil(2_000, () => !document.getElementById('forsok-igen').hidden); } },
  'cut in the middle of an answer': { reach: async (chat) => {
    fails(chat, { cut: 400 }, /questions$/);
    fails(chat, { drop: true }, /events$/);
    chat.play.script = () => [chat.asked(), ...chat.plain()];
    await chat.send(ASKED[chat.lang]);
    await chat.jumpUntil(2_000, () => !document.getElementById('forsok-igen').hidden);
  } },
  'too many requests': { reach: async (chat) => { fails(chat, { status: 429 }); await chat.send(ASKED[chat.lang]); await chat.says('#fraga-fel'); } },
  'a person is offered, open': { reach: (chat) => chat.ask([chat.sentence(2), offer(true, { reason: 'asked-for' }), chat.end('handover', 'PERSON_ASKED_FOR')]) },
  'a person is offered, closed': { reach: (chat) => chat.promises({ promised: [], offers: OFFERS.slice(0, 1) }) },
  'nobody on duty': { reach: async (chat) => {
    await chat.ask();
    chat.play.promises = { promised: [], offers: OFFERS };
    fails(chat, { status: 409, problem: { type: '/problems/nobody-on-duty', title: 'Det finns ingen som kan svara i chatten just nu.', phone: '031-390 06 00', email: 'kontaktcenter@lindakra.example' } }, /handover$/);
    await chat.page.click('#person-knapp');
    await chat.says('#person-fel');
  } },
  waiting: { away: true, reach: (chat) => chat.queue() },
  'waiting with a place': { away: true, reach: async (chat) => { await chat.queue(); chat.push({ type: 'queue', data: { position: 3, estimateMinutes: null } }); await chat.page.waitFor(() => /3/.test(document.getElementById('person-lage').textContent)); } },
  'waiting with an estimate': { away: true, reach: async (chat) => { await chat.queue(); chat.push({ type: 'queue', data: { position: 2, estimateMinutes: 14 } }); await chat.page.waitFor(() => /14/.test(document.getElementById('person-lage').textContent)); } },
  'the line is broken while waiting': { away: true, reach: async (chat) => {
    await chat.queue();
    fails(chat, { drop: true });
    await chat.scripted.gone();
    await chat.jumpUntil(2_000, () => document.getElementById('uppkoppling').textContent !== '');
    await chat.scripted.back();
  } },
  'with a person': { away: true, reach: (chat) => chat.claimed() },
  'a person types': { away: true, reach: async (chat) => { await chat.claimed(); chat.push({ type: 'typing', data: { author: 'agent' } }); await chat.says('#person-skriver'); } },
  'a person wrote, with a source': { away: true, reach: async (chat) => { await chat.claimed(); chat.say('Här står det du frågar om.', { sources: [citation('forskola-avgift', 'Avgift för förskola')] }); await chat.says('.line', 3); } },
  'both wrote': { away: true, reach: async (chat) => {
    await chat.claimed();
    chat.play.on.messages = (conversation, { text: said }) => chat.push({ type: 'message', data: { author: 'citizen', name: null, text: said, sources: [] } });
    await chat.send(ASKED[chat.lang]);
    await chat.says('.line', 3);
    chat.say('Tack, jag tittar på det.\nEtt ögonblick.');
    await chat.says('.line', 4);
  } },
  'an approved answer': { away: true, reach: async (chat) => { await chat.claimed(); chat.say(SENTENCES[chat.lang][0], { approved: true }); await chat.says('.line', 3); } },
  'a message that is empty': { away: true, reach: async (chat) => { await chat.claimed(); await chat.send(''); await chat.says('#fraga-fel'); } },
  'the case is closed': { away: true, reach: async (chat) => { await chat.claimed(); chat.become('with_agent', 'closed', 'resolved'); await chat.says('[data-part=agent]'); } },
  reopened: { away: true, reach: async (chat) => {
    await STATES['the case is closed'].reach(chat);
    chat.play.on.messages = () => chat.become('closed', 'waiting', 'reopened');
    await chat.send(ASKED[chat.lang]);
    await chat.says('.line', 4);
  } },
  'given back to the assistant': { reach: async (chat) => { await chat.claimed(); chat.become('with_agent', 'with_assistant', 'returned'); await chat.says('.line', 3); await chat.says('[data-part=agent]'); } },
  'a promise can be asked for': { reach: async (chat) => { await chat.promises(); await chat.page.click('[data-kind="call-back"]'); } },
  'a promise with faults': { reach: async (chat) => {
    await chat.promises();
    await chat.page.click('[data-kind="call-back"]');
    fails(chat, { status: 422, problem: { type: '/problems/contact-refused', title: 'Det är inget telefonnummer.', detail: 'Det är inget telefonnummer. Skriv riktnummer och nummer.' } }, /promises$/);
    chat.scripted.faults.at(-1).method = 'POST';
    await chat.page.fill('#lofte-telefon', '12');
    await chat.page.click('#lofte-form button.primary');
    await chat.says('#lofte-telefon-fel');
  } },
  'nothing chosen in a promise': { reach: async (chat) => { await chat.promises(); await chat.page.click('#lofte-form button.primary'); await chat.says('#lofte-val-fel'); } },
  promised: { reach: async (chat) => {
    await chat.promises();
    chat.play.promised = PROMISED;
    await chat.page.click('[data-kind="message"]');
    chat.play.promises = { promised: [PROMISED], offers: OFFERS };
    await chat.page.click('#lofte-form button.primary');
    await chat.says('#lofte-lovat li');
  } },
  'a promise is kept': { reach: (chat) => chat.promises({ promised: [{ ...PROMISED, kept: true }], offers: [] }) },
  'menu before the first question': { reach: (chat) => chat.openMenu() },
  'menu of a conversation': { reach: async (chat) => { await chat.ask(); await chat.openMenu(); } },
  'code shown': { reach: async (chat) => { await chat.ask(); await chat.openMenu(); await chat.page.click('#kod-knapp'); await chat.says('#kod-visad'); } },
  'no code': { reach: async (chat) => { await chat.ask(); await chat.openMenu(); fails(chat, { status: 500 }, /code$/); await chat.page.click('#kod-knapp'); await chat.says('#meny-fel'); } },
  saved: { reach: async (chat) => { await chat.ask(); await chat.openMenu(); await chat.page.click('#spara'); await chat.says('#utfort'); } },
  'asked whether to begin anew': { away: true, reach: async (chat) => { await chat.ask(); await chat.openMenu(); await chat.page.click('#borja-om'); await chat.says('#fraga-om-text'); } },
  'begun anew': { reach: async (chat) => { await STATES['asked whether to begin anew'].reach(chat); await chat.page.click('#fraga-om [value=ja]'); await chat.says('#utfort'); } },
  'asked whether to delete': { away: true, reach: async (chat) => { await chat.ask(); await chat.openMenu(); await chat.page.click('#radera'); await chat.says('#fraga-om-text'); } },
  deleted: { reach: async (chat) => { await STATES['asked whether to delete'].reach(chat); await chat.page.click('#fraga-om [value=ja]'); await chat.says('#utfort'); } },
  'deletion refused': { reach: async (chat) => {
    await STATES['asked whether to delete'].reach(chat);
    fails(chat, { status: 409, problem: { type: '/problems/person-involved', title: 'En person har hand om samtalet.' } }, /conversations\/[^/]+$/);
    chat.scripted.faults.at(-1).method = 'DELETE';
    await chat.page.click('#fraga-om [value=ja]');
    await chat.says('#meny-fel');
  } },
  'comment open': { reach: async (chat) => { await chat.ask(); await chat.page.click('.feedback summary'); } },
  'feedback thanked': { reach: async (chat) => { await chat.ask(); await chat.page.click('.feedback button[value=nej]'); await chat.says('.feedback .thanks'); } },
  'feedback waits': { reach: async (chat) => { await chat.ask(); fails(chat, { status: 500 }, /feedback$/); await chat.page.click('.feedback button[value=ja]'); await chat.says('.feedback .thanks'); } },
  'feedback refused': { reach: async (chat) => { await chat.ask(); fails(chat, { status: 429 }, /feedback$/); await chat.page.click('.feedback button[value=ja]'); await chat.says('.feedback .error'); } },
  'satisfaction asked': { reach: async (chat) => { await chat.ask(); await chat.says('[data-part=assistant]'); await chat.page.click('[data-part=assistant] summary'); } },
  'no score chosen': { reach: async (chat) => { await chat.ask(); await chat.page.click('[data-part=assistant] form button'); await chat.says('[data-part=assistant] .error'); } },
  'satisfaction thanked': { reach: async (chat) => { await chat.ask(); await chat.page.click('[data-part=assistant] input[value="4"]'); await chat.page.click('[data-part=assistant] form button'); await chat.says('[data-part=assistant] .thanks'); } },
  'idle warning': { fleeting: true, reach: async (chat) => { await chat.ask(); await chat.page.evaluate(() => document.dispatchEvent(new KeyboardEvent('keydown'))); await chat.jumpUntil(30_000, () => !document.getElementById('vila').hidden); } },
  'idle ended': { reach: async (chat) => { await STATES['idle warning'].reach(chat); await chat.jump(61_000); await chat.says('#utfort'); } },
};
