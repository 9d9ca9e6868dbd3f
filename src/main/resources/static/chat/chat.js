import { Conversation, Refused, requestKey } from './conversation.js';
import { byId, reason, text } from './dom.js';
import { arrived, enterFrame } from './frame.js';
import { watchIdle } from './idle.js';
import { recallDraft, rememberDraft } from './memory.js';
import { listenToMenu } from './menu.js';
import { Opinions } from './opinions.js';
import { PersonPanel } from './person.js';
import { PromisePanel } from './promises.js';
import { Tabs } from './tabs.js';
import { Turn, line } from './turn.js';

const SPOKEN_FOR = 10_000;
/** Screen readers skip a message that is replaced at once. */
const SPOKEN_APART = 1_000;
const WARN_FROM = 0.8;
/** A person may get back at any time, and nobody follows a stream for days. */
const LOOK_EVERY = 30_000;
/** What has failed, where it is not a question. */
const RESTORE = 'restore';

const chat = byId('chatt');
const form = byId('fraga-form');
const field = byId('fraga');
const fault = byId('fraga-fel');
const count = byId('fraga-antal');
const again = byId('forsok-igen');
const send = byId('skicka');
const log = byId('samtal');
const broken = byId('uppkoppling');
const done = byId('utfort');
const status = byId('besked');
const scores = byId('nojdhet');
const promise = byId('lofte');
const longest = Number(field.dataset.maxLength);

let turn = null;
let turns = 0;
/** Of the last question. */
let language;
let busy = false;
/** Whether what is read is past, after a reload: shown and not spoken. */
let past = false;
let asked = null;
let failed = null;
let draft = null;
let ended = false;
let speaking = Promise.resolve();

const conversation = new Conversation(read, left);
const opinions = new Opinions(conversation, announce);
const promises = new PromisePanel(conversation, announce);
const person = new PersonPanel(conversation, { onBegin: startOver, onState: label, onRefused: refused, onLine: setLine });
const tabs = new Tabs({
  opened: () => conversation.opened,
  onFound: (opened) => {
    if (!busy && conversation.opened === null) {
      conversation.adopt(opened);
      restore();
    }
  },
  onNews: (last) => {
    if (!busy && last > conversation.last) {
      conversation.news().then(() => person.follow()).catch(() => {});
    }
  },
  onGone: () => conversation.leave(),
});
enterFrame(() => field.focus());
// What has the focus is never behind the part that stays in sight (WCAG 2.4.11), however much that says.
new ResizeObserver(([{ target }]) => {
  const stays = getComputedStyle(target).position === 'sticky';
  document.documentElement.style.scrollPaddingBottom = stays ? `${target.offsetHeight + 8}px` : '';
}).observe(byId('skriv'));

/** Whatever comes, live or from the transcript, from an answer or from a person. */
function read(event) {
  const { id, type, data } = event;
  if (type === 'question') {
    language = data.language;
    begin(id);
  } else if (type === 'completed' || type === 'state') {
    offerScore(type, data);
  } else if (type === 'handover-offer') {
    promise.hidden = false;
  }
  turn?.read(event);
  person.read(event);
  promises.read(event, past);
  const shown = line(event, language);
  show(shown);
  if (past) {
    return;
  }
  if (type === 'completed') {
    announce(turn.announcement);
    arrived();
    showTop(turn.node);
  } else if (shown !== null && data.author !== 'citizen') {
    announce(shown.textContent);
    arrived();
  }
  if (['question', 'completed', 'state'].includes(type)) {
    tabs.news(conversation.opened.id, conversation.last);
  }
}

function begin(id) {
  turn = new Turn(++turns);
  turn.id = id;
  show(turn.node);
  label();
  byId('till-svaret').href = `#${turn.node.id}`;
  if (!past) {
    if (asked) {
      sent(asked.text);
    }
    showTop(turn.node);
  }
}

/** Brings what is new into sight, unless its reader is further down already. */
function showTop(node) {
  if (node.getBoundingClientRect().top > 0) {
    node.scrollIntoView({ block: 'start' });
  }
}

/** Nothing is shown for null. */
function show(node) {
  if (node !== null) {
    log.append(node);
    setBegun(true);
  }
}

function setBegun(begun) {
  chat.classList.toggle('begun', begun);
  [log, byId('samtalets'), byId('till-svaret')].forEach((part) => { part.hidden = !begun; });
}

document.addEventListener('submit', (event) => {
  const { target, submitter } = event;
  if (target.matches('form.quick-exit')) {
    forget();
  } else if (target.matches('form[data-ask]')) {
    event.preventDefault();
    ask(submitter?.name === 'fraga' ? submitter.value : field.value);
  } else if (target.matches('form.feedback, form.satisfaction')) {
    event.preventDefault();
    opinions.submit(target, submitter);
  }
});

field.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    ask(field.value);
  }
});

field.addEventListener('input', () => {
  person.types();
  rememberDraft(field.value);
  countLetters();
});

again.addEventListener('click', () => {
  field.focus();
  if (failed === RESTORE) {
    restore();
  } else {
    answer(failed);
  }
});

listenToMenu({ conversation, restart: forget, say });

watchIdle(Number(chat.dataset.idle), {
  counts: () => conversation.opened !== null && !busy && (person.isAssistants || person.state === 'closed'),
  onWarn: announce,
  onEnd: end,
});

function refused({ type }) {
  if (type === 'nobody-on-duty') {
    promises.instead();
  }
}

/** Shown once its part is over, below the conversation; takes neither focus nor voice. */
function offerScore(type, data) {
  const [part, over] = type === 'state' ? ['agent', ['resolved', 'returned'].includes(data.change)]
    : ['assistant', data.kind !== 'emergency'];
  const place = scores.querySelector(`[data-part=${part}]`);
  if (!place.contains(document.activeElement)) {
    place.hidden = !over;
  }
}

function countLetters() {
  const left = longest - field.value.length;
  count.textContent = field.value.length < longest * WARN_FROM ? ''
    : text(left < 0 ? 'ask.chars-over' : 'ask.chars-left', Math.abs(left));
}

/** The server has it: it need not stand in the field any more, unless more was typed meanwhile. */
function sent(typed) {
  if (field.value === typed) {
    field.value = '';
    countLetters();
  }
  rememberDraft(field.value);
}

function ask(typed) {
  done.textContent = '';
  startOver();
  if (failed === RESTORE) {
    restore();
  } else if (busy) {
    refuse('question-still-open');
  } else if (typed.trim() === '') {
    refuse(person.isAssistants ? 'question-empty' : 'message-empty');
  } else if (!person.isAssistants) {
    write(typed);
  } else if (typed.length > longest) {
    refuse('question-too-long');
  } else {
    answer({ text: typed, key: requestKey() });
  }
}

/** Writes to the person who has the conversation or is awaited; the text stays in its field until the server has it. */
async function write(typed) {
  if (draft?.text !== typed) {
    draft = { text: typed, key: requestKey() };
  }
  setFault('');
  setBusy(true);
  try {
    await person.write(typed, draft.key);
    draft = null;
    sent(typed);
  } catch (refusal) {
    setFault(reason(refusal));
    refused(refusal);
  } finally {
    setBusy(false);
  }
}

/** Asks, or goes on after a failure; the typed text stays in its field until the server has it. */
async function answer(question) {
  failed = null;
  asked = question;
  setFault('');
  setBusy(true);
  try {
    await conversation.ask(question);
  } catch (refusal) {
    failed = refusal instanceof Refused ? null : question;
    if (!question.at && field.value.trim() === '') {
      field.value = question.text;
    }
    setFault(reason(refusal));
  } finally {
    if (asked === question) {
      asked = null;
      setBusy(false);
    }
  }
}

/** Whether somebody has got back as promised. */
async function look() {
  if (promises.pending && !busy && person.isAssistants && document.visibilityState === 'visible') {
    await conversation.news().catch(() => {});
    person.follow();
  }
}

setInterval(look, LOOK_EVERY);
document.addEventListener('visibilitychange', look);

/** The field says whom it writes to. */
function label() {
  const codes = { waiting: 'person.write-waiting', with_agent: 'person.write', closed: 'person.write-again' };
  form.querySelector('label').textContent = text(codes[person.state] ?? (turns > 0 ? 'ask.next' : 'ask.label'));
  send.textContent = text(person.isAssistants ? 'ask.send' : 'person.send');
}

function refuse(type) {
  setFault(text(`problem.${type}`));
  field.focus();
}

function setFault(said) {
  fault.textContent = said;
  if (said === '') {
    field.removeAttribute('aria-invalid');
  } else {
    field.setAttribute('aria-invalid', 'true');
  }
  again.hidden = failed === null || said === '';
}

/** While a person is awaited a broken line is said, and that it is whole again. */
function setLine(there) {
  const said = there ? '' : text('chat.offline');
  if (broken.textContent !== said) {
    broken.textContent = said;
    announce(there ? text('chat.online') : said);
  }
}

function setBusy(now) {
  busy = now;
  send.setAttribute('aria-disabled', String(now));
}

/** One message for each answer, when it is complete, in a region that was there before; taken away so as not to be read twice. */
function announce(said) {
  speaking = speaking.then(() => {
    status.textContent = said;
    setTimeout(() => {
      if (status.textContent === said) {
        status.textContent = '';
      }
    }, SPOKEN_FOR);
    return new Promise((next) => { setTimeout(next, SPOKEN_APART); });
  });
}

/** What was done with the conversation, shown and spoken. */
function say(said) {
  done.textContent = said;
  announce(said);
}

/** Nobody is here any more: nobody goes on with the conversation from here, but what stands here can still be saved. */
function end() {
  ended = true;
  conversation.leave();
  say(text('chat.idle.ended'));
}

/** What merely stood here makes way for what begins. */
function startOver() {
  if (ended) {
    ended = false;
    wipe();
  }
}

/** Leaves the conversation, in all tabs. */
function forget() {
  if (conversation.opened !== null) {
    tabs.gone(conversation.opened.id);
  }
  conversation.leave();
}

/** There is no conversation any more, for whatever reason; its question may go on in a new one. */
function left(renewing) {
  if (!renewing) {
    asked = null;
    failed = null;
    setBusy(false);
  }
  [opinions, promises, person].forEach((part) => part.forget());
  if (!ended) {
    wipe();
  }
}

/** The page as it was before the first question. */
function wipe() {
  turn = null;
  turns = 0;
  log.querySelectorAll('.turn, .line').forEach((node) => node.remove());
  [...scores.children].forEach((part) => { part.hidden = true; });
  chat.querySelectorAll('#kod-visad, .satisfaction :is(.thanks, .error)').forEach((part) => { part.textContent = ''; });
  chat.querySelectorAll('form.satisfaction').forEach((one) => one.reset());
  setBegun(false);
  setFault('');
}

/** After a reload the conversation is shown again, and an answer that was on its way is followed to its end. */
async function restore() {
  failed = null;
  setFault('');
  past = true;
  setBusy(true);
  try {
    await conversation.news();
  } catch (refusal) {
    failed = RESTORE;
    setFault(reason(refusal));
    return;
  } finally {
    past = false;
    setBusy(false);
  }
  turn?.node.scrollIntoView({ block: 'start' });
  promises.refresh();
  person.follow();
  if (turn !== null && !turn.finished) {
    await answer({ text: '', key: requestKey(), at: turn.id });
  }
}

field.value ||= recallDraft();
countLetters();
chat.dataset.ready = '';
if (conversation.opened !== null) {
  restore();
}
