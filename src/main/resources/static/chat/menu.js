import { byId, dateInWords, reason, text } from './dom.js';

const KEPT_FOR = 20_000;
const MOMENT = { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Stockholm' };

/**
 * What can be done with the whole conversation: it is kept as a text file, printed, begun anew, deleted, or read by somebody on
 * the phone who is told a code.
 * @param {object} page
 * @param {import('./conversation.js').Conversation} page.conversation
 * @param {() => void} page.restart
 * @param {(said: string) => void} page.say shows what was done, and reads it aloud
 */
export function listenToMenu({ conversation, restart, say }) {
  const menu = byId('meny');
  const opener = menu.querySelector('summary');
  const fault = byId('meny-fel');
  menu.hidden = false;
  const on = (id, act) => byId(id)?.addEventListener('click', async ({ currentTarget }) => {
    fault.textContent = '';
    try {
      await act(currentTarget);
    } catch (refusal) {
      fault.textContent = reason(refusal);
    }
  });
  // The button that was pressed is hidden then; the menu's own takes the focus.
  const close = () => {
    menu.open = false;
    opener.focus();
  };
  const anew = (said) => {
    restart();
    close();
    say(said);
  };
  on('spara', () => {
    save();
    say(text('chat.saved'));
  });
  on('skriv-ut', () => window.print());
  on('borja-om', async () => await agrees(text('chat.restart.question')) && anew(text('chat.restarted')));
  on('radera', async ({ dataset }) => {
    if (await agrees(dataset.question)) {
      await conversation.call('DELETE', '');
      anew(text('chat.deleted'));
    }
  });
  on('kod-knapp', async () => {
    const { code, expiresAt } = await conversation.callJson('POST', '/code');
    const until = dateInWords(new Date(expiresAt), { timeStyle: 'short', timeZone: 'Europe/Stockholm' });
    const shown = byId('kod-visad');
    shown.textContent = shown.dataset.form.replace('{0}', () => `${code.slice(0, 3)}\u00a0${code.slice(3)}`).replace('{1}', () => until);
  });
  menu.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && menu.open) {
      event.preventDefault();
      close();
    }
  });
}

function agrees(question) {
  const dialog = byId('fraga-om');
  byId('fraga-om-text').textContent = question;
  dialog.returnValue = '';
  dialog.showModal();
  return new Promise((decided) => {
    dialog.addEventListener('close', () => decided(dialog.returnValue === 'ja'), { once: true });
  });
}

function save() {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([asText()], { type: 'text/plain;charset=utf-8' }));
  link.download = `${text('chat.file')}-${new Date().toLocaleDateString('sv')}.txt`;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT_FOR);
}

/** What stands on the page, as lines of plain text; sources with their addresses. TranscriptText.java does it without scripts. */
function asText() {
  const parts = byId('samtal').querySelectorAll('.who, .said, .text span[lang], .choices button, .sources a, .line a, .handover:not([hidden])');
  return [text('save.title', byId('chatt').dataset.name), text('save.printed', dateInWords(new Date(), MOMENT)), ...[...parts].map((part) => {
    const copy = part.cloneNode(true);
    copy.querySelectorAll('.citation, .for-ears').forEach((mark) => mark.remove());
    const said = copy.textContent.replace(/\s+/g, ' ').trim();
    return part.href ? `${text('save.source')}: ${said}, ${part.href}` : part.matches('.who') ? `\r\n${said}` : said;
  })].join('\r\n');
}
