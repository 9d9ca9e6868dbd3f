import { Conversation, Refused, requestKey } from './conversation.js';
import { CodePanel } from './code.js';
import { PersonPanel } from './person.js';
import { SatisfactionForms } from './satisfaction.js';
import { PromisePanel } from './promises.js';
import { text } from './texts.js';
import { Turn, line } from './turn.js';

const SPOKEN_FOR = 10_000;
const WARN_FROM = 0.8;
/** A person may get back at any time, and nobody follows a stream for days. */
const LOOK_EVERY = 30_000;

const form = document.getElementById('fraga-form');
const field = document.getElementById('fraga');
const fault = document.getElementById('fraga-fel');
const count = document.getElementById('fraga-antal');
const again = document.getElementById('forsok-igen');
const send = form.querySelector('button.primary');
const log = document.getElementById('samtal');
const status = document.getElementById('besked');
const longest = Number(field.dataset.maxLength);

const conversation = new Conversation();
let turns = 0;
let busy = false;
let failed = null;

const promises = new PromisePanel(conversation, (said) => announce(said));
const satisfaction = new SatisfactionForms((...said) => conversation.score(...said), (said) => announce(said));
const person = new PersonPanel(conversation, (event) => hear(event), () => label(), (refusal) => promises.refused(refusal));
const code = new CodePanel(conversation);
let draft = null;

const rate = (number, helpful, comment) => conversation.rate(number, helpful, comment);

document.addEventListener('submit', (event) => {
  if (event.target.matches('form.quick-exit')) {
    conversation.leave();
  }
  if (event.target.matches('form[data-ask]')) {
    event.preventDefault();
    ask(event.submitter?.name === 'fraga' ? event.submitter.value : field.value);
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
  const left = longest - field.value.length;
  count.textContent = field.value.length < longest * WARN_FROM ? ''
    : text(left < 0 ? 'ask.chars-over' : 'ask.chars-left', Math.abs(left));
});

again.addEventListener('click', () => {
  const { question, turn } = failed;
  field.focus();
  answer(question, turn);
});

function ask(typed) {
  if (busy) {
    refuse('question-still-open');
  } else if (typed.trim() === '') {
    refuse(person.isAssistants ? 'question-empty' : 'message-empty');
  } else if (!person.isAssistants) {
    write(typed);
  } else if (typed.length > longest) {
    refuse('question-too-long');
  } else {
    answer({ text: typed, key: requestKey(), stored: false }, null);
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
    if (field.value === typed) {
      field.value = '';
      count.textContent = '';
    }
  } catch (fault) {
    const { title, phone, email } = fault instanceof Refused ? fault.problem : { title: text('ask.unreachable') };
    setFault(phone ? text('person.call', title, phone, email ?? '–') : title);
    promises.refused(fault);
  } finally {
    setBusy(false);
  }
}

/** What a person's part of the stream holds: shown, and read aloud once unless the citizen wrote it. */
function hear(event) {
  person.read(event);
  satisfaction.read(event);
  promises.read(event);
  const shown = line(event);
  show(shown);
  if (shown !== null && event.data.author !== 'citizen') {
    announce(shown.textContent);
  }
}

/** Whether somebody has got back as promised. */
async function look() {
  const reads = () => busy || !person.isAssistants;
  if (promises.pending && !reads() && document.visibilityState === 'visible') {
    await conversation.news(hear, () => busy).catch(() => {});
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

/** Asks, or goes on after a failure; the typed text stays in its field until the server has it. */
async function answer(question, begun) {
  let turn = begun;
  setFault('');
  setBusy(true);
  try {
    await conversation.ask(question, (event) => {
      if (event.type === 'question') {
        turn = begin(question.text);
        if (field.value === question.text) {
          field.value = '';
          count.textContent = '';
        }
      }
      turn?.read(event);
      person.read(event);
      satisfaction.read(event);
      promises.read(event);
      show(line(event));
    });
    failed = null;
    announce(turn.announcement);
    promises.settled();
  } catch (refusal) {
    const refused = refusal instanceof Refused;
    failed = refused ? null : { question, turn };
    if (!question.stored && field.value.trim() === '') {
      field.value = question.text;
    }
    setFault(refused ? refusal.title ?? text('problem.fault') : text('ask.unreachable'));
  } finally {
    setBusy(false);
  }
}

/** Nothing is shown for null. */
function show(node) {
  if (node !== null) {
    log.append(node);
    log.hidden = false;
  }
}

function begin(typed) {
  const turn = new Turn(++turns, typed, rate);
  show(turn.node);
  code.offer();
  form.querySelector('label').textContent = text('ask.next');
  turn.node.scrollIntoView({ block: 'start' });
  return turn;
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

function setBusy(now) {
  busy = now;
  send.setAttribute('aria-disabled', String(now));
}

/** One message for each answer, when it is complete, in a region that was there before; taken away so as not to be read twice. */
function announce(said) {
  status.textContent = said;
  setTimeout(() => {
    if (status.textContent === said) {
      status.textContent = '';
    }
  }, SPOKEN_FOR);
}

/** After a reload the conversation is shown again, and an answer that was on its way is followed to its end. */
async function restore() {
  let turn = null;
  for (const event of await conversation.transcript()) {
    if (event.type === 'question') {
      turn = new Turn(++turns, event.data.text, rate);
      show(turn.node);
      code.offer();
    }
    turn?.read(event);
    person.read(event);
    satisfaction.read(event);
    promises.read(event);
    show(line(event));
  }
  promises.settled();
  person.follow().catch(() => setFault(text('ask.unreachable')));
  if (turn !== null && !turn.finished) {
    await answer({ text: '', key: requestKey(), stored: true }, turn);
  }
}

if (conversation.isBegun) {
  restore().catch(() => setFault(text('ask.unreachable')));
}
