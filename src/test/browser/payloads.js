/**
 * Hostile texts from a seed wherever the chat shows what somebody else has written: they are shown as text, character by
 * character; no script runs, no element that is not ours appears, no request leaves for anybody else. Many at a time: in
 * live answers, and once more when the page restores the conversation.
 */
import assert from 'node:assert/strict';
import { choices, citation, completed, offer, question, sources, text } from './answers.js';
import { COMPLETE, visit } from './harness.js';
import { enormous, payload } from './hostile.js';
import { random, SEED } from './random.js';

const BATCH = 100;
const LONGEST_QUESTION = 1_000;

export async function payloads({ browser, scripted }, count) {
  console.error(`payloads: seed ${SEED}`);
  const chance = random(SEED);
  let shown = 0;
  let compared = 0;
  for (let done = 0; done < count; done += BATCH) {
    const texts = Array.from({ length: Math.min(BATCH, count - done) }, (_, at) => payload(chance, done + at));
    if (done % 1_000 === 0) {
      texts[0] = enormous(done);
    }
    compared += await batch(browser, scripted, texts, `seed ${SEED}, payloads ${done} to ${done + texts.length - 1}`);
    shown += texts.length;
  }
  console.log(`payloads: ${shown} payloads in ${compared} places shown as text, 0 scripts run, 0 foreign requests, seed ${SEED}`);
}

async function batch(browser, scripted, texts, at) {
  const { play } = scripted;
  const { page, foreign, faults, leave } = await visit(browser, scripted, { init: [COMPLETE] });
  const dealt = deal(texts);
  play.promises = promisesOf(dealt.promises);
  play.script = () => dealt.events;
  let compared = 0;
  try {
    await typeAndSend(page, scripted, dealt.typed);
    compared += await compare(page, scripted, { ...dealt.expected, lines: [], names: [], passages: [] }, `${at}, live`);
    const sent = scripted.seen.findLast(({ path }) => path.endsWith('/questions'));
    assert.equal(JSON.parse(sent.body).question, dealt.typed, `${at}: the question is sent as it was typed`);
    play.push(play.latest, ...dealt.person, ...dealt.end);
    await page.reload();
    await page.waitForFunction((lines) => document.querySelectorAll('#samtal .line').length === lines
      && document.querySelector('#lofte-lovat').children.length > 0, dealt.expected.lines.length);
    compared += await compare(page, scripted, dealt.expected, `${at}, restored`);
    const { owned, violations } = await page.evaluate(() => globalThis.watched);
    assert.deepEqual([owned, violations, foreign, faults], [[], [], [], []], at);
  } catch (fault) {
    const said = await page.locator('#fraga-fel').textContent().catch(() => '');
    throw new Error(`${at}: ${fault.message} ${said} ${faults}`, { cause: fault });
  } finally {
    await leave();
  }
  return compared;
}

/** What is shown where: one text is typed, one is the question as it was stored, the others stand in eleven places by turns. */
function deal([first = 'hej', stored = first, ...others]) {
  const places = Array.from({ length: 11 }, () => []);
  // The places shift from batch to batch, so that each kind of text comes to each place.
  const shift = first.length;
  others.forEach((one, at) => places[(at + shift) % places.length].push(one));
  const [sentences, titles, headings, addresses, labels, names, messages, notices, offers, said, receipts] = places;
  const found = Array.from({ length: Math.max(titles.length, headings.length, addresses.length) }, (_, n) => ({
    page: `sida-${n}`, title: titles[n] ?? 'Titel', score: 0.5, url: addresses[n] ?? `/knowledge/x${n}`, reviewed: '2026-09-14',
    eService: { name: headings[n] ?? 'e-tjänst', url: addresses[n] ?? `/e-tjanst/${n}`, eId: true, signing: false, payment: true },
  }));
  const cited = found.map(({ page, url }, n) => ({ page, heading: headings[n] ?? 'Rubrik', url, href: url }));
  const spread = sentences.map((one, n) => text(one, cited[n] ? [cited[n]] : []));
  const rest = cited.slice(sentences.length).map((one) => text('Se även.', [one]));
  const byAgents = Array.from({ length: Math.max(names.length, messages.length) }, (_, n) => ({ author: 'agent', name: names[n] ?? 'Anna',
    text: messages[n] ?? 'Hej!', sources: [citation('x', headings[n] ?? 'Rubrik')] }));
  const own = messages.map((one) => ({ author: 'citizen', name: null, text: one, sources: [] }));
  const person = [...[...byAgents, ...own].map((data) => ({ type: 'message', data })), ...notices.map((one) => ({ type: 'notice', data: { text: one } }))];
  const claimed = { from: 'with_assistant', to: 'with_agent', change: 'followed_up', agent: names[0] ?? 'Anna', text: notices[0] ?? 'Nu skriver du med en person.' };
  return {
    typed: typeable(first),
    events: [question(stored), sources(...found), ...spread, ...rest, choices(...labels), offer(false, { text: `Ring: ${names[0] ?? ''}` }), completed('clarify', 'CLARIFICATION_ASKED')],
    person,
    end: [{ type: 'state', data: claimed }],
    promises: { offers, said, receipts },
    expected: {
      question: [stored],
      sentences: [...sentences, ...rest.map(() => 'Se även.')],
      sources: cited.map(({ heading }, n) => (found[n].title === heading ? heading : `${found[n].title}: ${heading}`)),
      addresses: cited.map(({ url }) => url),
      services: found.map(({ eService }) => eService.name),
      choices: labels,
      handover: [`Ring: ${names[0] ?? ''}`],
      offers,
      promised: receipts.map((receipt, n) => ({ receipt, said: said[n] ?? null })),
      lines: [...person.map(({ data }) => data.text), claimed.text],
      names: [...byAgents.map(({ name }) => name), ...own.map(() => ''), ...notices.map(() => ''), ''],
      passages: byAgents.map(({ sources: [one] }) => one.heading),
    },
  };
}

/** Sets the field from inside the page: drivers replace half a surrogate pair on the way. */
async function typeAndSend(page, scripted, typed) {
  scripted.expected = typed;
  await page.evaluate(async () => {
    const field = document.getElementById('fraga');
    field.value = await (await fetch('/scripted/expected')).json();
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  });
  await page.press('#fraga', 'Enter');
  await page.waitForFunction(() => document.querySelectorAll('.turn').length > 0 && globalThis.complete());
}

/** What a field of several lines can hold: line breaks of one kind, something besides blanks, and not too long. */
const typeable = (one) => `?${one.replace(/\r\n?/g, '\n')}`.slice(0, LONGEST_QUESTION);

function promisesOf({ offers, said, receipts }) {
  return {
    offers: offers.map((one, n) => ({ kind: ['message', 'email', 'call-back'][n % 3], from: '2026-12-01T08:00:00+01:00', due: `2026-12-01T16:${10 + n}:00+01:00`, text: one })),
    promised: receipts.map((receipt, n) => ({ receipt, kind: 'message', due: '2026-12-01T16:30:00+01:00', text: `Vi svarar ${n}`, said: said[n] ?? null, kept: n % 2 === 0 })),
  };
}

/** Compares inside the page, so that nothing on the way to the test changes a character; the number of places compared. */
async function compare(page, scripted, expected, at) {
  scripted.expected = expected;
  await page.waitForFunction(() => document.querySelectorAll('#lofte-val span').length > 0 || document.querySelector('#lofte-mer').hidden);
  const { wrong, places } = await page.evaluate(async () => {
    const wanted = await (await fetch('/scripted/expected')).json();
    const all = (selector) => [...document.querySelectorAll(selector)];
    const wrong = [];
    let places = 0;
    const same = (where, shown, texts, has = (one, other) => one === other) => {
      places += texts.length;
      if (shown.length !== texts.length) {
        wrong.push(`${where}: ${shown.length} shown, ${texts.length} wanted`);
      }
      texts.forEach((one, n) => {
        if (!has(shown[n] ?? '', one)) {
          wrong.push(`${where} ${n}: ${JSON.stringify((shown[n] ?? '').slice(0, 200))} for ${JSON.stringify(one.slice(0, 200))}`);
        }
      });
    };
    const without = (node, selector) => { const copy = node.cloneNode(true); copy.querySelectorAll(selector).forEach((part) => part.remove()); return copy.textContent; };
    const amounts = (one) => one.replace(/(\d) (?=\d{3}|%|kr)/g, '$1\u00a0');
    same('question', all('.question .said').map((node) => node.textContent), wanted.question);
    same('sentence', all('.answer .text > p > span, .answer .text > ul > li > span').map((node) => without(node, '.citation')), wanted.sentences.map(amounts));
    same('source', all('.sources li a > span:first-child').map((node) => node.textContent), wanted.sources);
    same('address', all('.sources li a').map((node) => node.getAttribute('href') ?? ''), wanted.addresses, (shown, one) => shown === one || shown === '');
    same('service', all('.services a').map((node) => node.textContent), wanted.services);
    same('handover', all('.handover').map((node) => node.textContent), wanted.handover, (shown, one) => shown.endsWith(one));
    same('choice', all('.choices button').map((node) => node.textContent), wanted.choices);
    same('value of a choice', all('.choices button').map((node) => node.value), wanted.choices);
    if (!document.getElementById('lofte-mer').hidden) {
      same('offer', all('#lofte-val span').map((node) => node.textContent), wanted.offers);
    }
    const has = (shown, one) => shown.includes(one);
    same('receipt', all('#lofte-lovat li').map((node) => node.textContent), wanted.promised.map(({ receipt }) => receipt), has);
    same('said', all('#lofte-lovat bdi').filter((node) => !node.closest('[hidden]')).map((node) => node.textContent), wanted.promised.map(({ said }) => said).filter((said) => said !== null));
    same('line', all('#samtal .line .said').map((node) => node.textContent), wanted.lines);
    if (wanted.lines.length > 0) {
      same('name', all('#samtal .line .who').map((node) => node.textContent), wanted.names, has);
      same('passage', all('#samtal .line-source').map((node) => node.textContent), wanted.passages, has);
    }
    // Nothing but what our scripts make, and no link that is not an address of the web.
    const foreign = all('main script, main img, main iframe, main object, main embed, main svg, main math, main style, main link, main meta, main base, main video, main audio, main marquee');
    wrong.push(...foreign.map((node) => `an element: ${node.outerHTML.slice(0, 120)}`));
    for (const link of all('a[href], form[action], [formaction], [src], [srcset]')) {
      const address = link.getAttribute('href') ?? '';
      if (link.href !== undefined && !/^(https?|mailto|tel):$/.test(link.protocol)) {
        wrong.push(`a link: ${address.slice(0, 120)}`);
      } else if (link.href !== undefined && /^https?:$/.test(link.protocol) && link.origin !== location.origin && !/^https?:\/\//.test(address)) {
        wrong.push(`a link that looks like ours leads elsewhere: ${JSON.stringify(address.slice(0, 120))}`);
      }
    }
    for (const node of all('main *')) {
      const handler = [...node.attributes].find(({ name }) => name.startsWith('on') || name === 'style' || name === 'srcdoc');
      if (handler) {
        wrong.push(`an attribute ${handler.name} on ${node.tagName}`);
      }
    }
    return { wrong: wrong.slice(0, 10), places };
  });
  assert.deepEqual(wrong, [], at);
  return places;
}
