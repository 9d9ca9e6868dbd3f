/** The tag on another site: a host on an origin of its own, the real service, and what the host's pages may and may not do. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { chromium } from 'playwright-core';
import puppeteer from 'puppeteer-core';
import { sitePage, startHost } from './host.js';
import { startService } from './service.js';
import { PATIENCE, START } from './patience.js';

const AXE = readFileSync(new URL('node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
const ASK = 'Fråga Lindåkra kommun';
const CLOSE = 'Stäng chatten';
/** Everything that a site could do to elements that it does not know. */
const HOSTILE = `<style>*{all:unset!important;display:none!important;font:3px/1 monospace!important;color:red!important;direction:rtl!important}
html,body,main,p,h1{display:block!important}lotsen-chat{display:none!important;opacity:0!important;position:static!important;z-index:-1!important;
visibility:hidden!important;pointer-events:none!important;transform:scale(.1)!important;filter:blur(9px)!important;width:1px!important;inset:auto!important;clip-path:inset(50%)!important}
button,iframe,div,p{border:9px solid red!important;min-height:0!important}</style>`;

let service;
let host;
let stranger;
let browser;

before(async () => {
  host = await startHost(pages);
  stranger = await startHost(pages);
  service = await startService({ LOTSEN_WIDGET_SITES: host.address });
  browser = await chromium.launch({ executablePath: process.env.LOTSEN_CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] });
}, { timeout: 2 * START });

after(async () => {
  await browser?.close();
  const errors = service?.errors;
  await Promise.all([host?.stop(), stranger?.stop(), service?.stop()]);
  assert.deepEqual(errors, [], 'the service logged errors');
});

const tag = (attributes = '') => `<script src="${service.address}/loader.js" async ${attributes}></script>`;

function pages() {
  return {
    '/': sitePage(tag()),
    '/andra': sitePage(tag(), { title: 'Andra sidan' }),
    '/utan': sitePage(''),
    '/fientlig': sitePage(tag(), { head: HOSTILE }),
    '/tva': sitePage(tag() + tag()),
    '/tidig': sitePage('', { head: `<script src="${service.address}/loader.js"></script>` }),
    '/engelska': sitePage(tag(), { lang: 'en-GB' }),
    '/tyska': sitePage(tag(), { lang: 'de' }),
    '/utan-sprak': sitePage(tag()).replace(' lang="sv"', ''),
    '/arabiska': sitePage(tag(), { lang: 'ar', attributes: 'dir="rtl"' }),
    '/arabisk-knapp': sitePage(tag('data-lang="ar" data-position="start"')),
    '/vanster': sitePage(tag('data-position="start"')),
    '/strang': { html: sitePage(tag()), headers: { 'Content-Security-Policy': `default-src 'none'; img-src data:; script-src ${service.address};`
      + ` frame-src ${service.address}; require-trusted-types-for 'script'; trusted-types 'none'; report-uri /csp-report` } },
  };
}

/** Somebody whom no site knows, on a page of the host; what is requested and what goes wrong is noted. */
async function visit(path, { origin = host.address, before: prepare, ...options } = {}) {
  const context = await browser.newContext({ locale: 'sv-SE', viewport: { width: 1200, height: 800 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  page.asked = [];
  page.faults = [];
  page.on('request', (request) => page.asked.push(request.url()));
  page.on('pageerror', (fault) => page.faults.push(String(fault)));
  await context.addInitScript(() => {
    globalThis.violations = [];
    document.addEventListener('securitypolicyviolation', (event) => globalThis.violations.push(`${event.violatedDirective} ${event.blockedURI}`));
  });
  if (prepare) {
    await context.addInitScript(prepare);
  }
  await page.goto(origin + path, { waitUntil: 'load' });
  return page;
}

const launcher = (page) => page.locator('lotsen-chat button');
const panel = (page) => page.locator('lotsen-chat #panel');
const focused = (page) => page.evaluate(() => document.activeElement.shadowRoot?.activeElement?.tagName ?? document.activeElement.id);
const kept = (page) => page.evaluate(() => ({ session: { ...sessionStorage }, local: { ...localStorage }, cookie: document.cookie }));
const chatFrame = (page) => page.frames().find((frame) => new URL(frame.url(), 'http://none').pathname === '/chat');

/** The chat in its frame, as soon as its field has the focus or, with `focus` false, as soon as it is there. */
async function chat(page, { focus = true } = {}) {
  await page.locator('lotsen-chat iframe').waitFor();
  const deadline = Date.now() + PATIENCE;
  while (!chatFrame(page)) {
    assert.ok(Date.now() < deadline, 'the chat was not loaded');
    await page.waitForTimeout(20);
  }
  const frame = chatFrame(page);
  await frame.waitForLoadState('load');
  if (focus) {
    await frame.waitForFunction(() => /TEXTAREA|INPUT/.test(document.activeElement?.tagName));
  }
  return frame;
}

async function open(page) {
  await launcher(page).click();
  return chat(page);
}

async function axe(page) {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }));
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

describe('before it is opened', () => {
  test('nothing but the script is fetched, and nothing is kept on either origin', async () => {
    const page = await visit('/');
    await launcher(page).waitFor();
    await page.waitForLoadState('networkidle');
    assert.deepEqual(page.asked.filter((url) => url.startsWith(service.address)), [`${service.address}/loader.js`]);
    assert.deepEqual(await kept(page), { session: {}, local: {}, cookie: '' });
    assert.deepEqual(await page.context().cookies(), []);
    assert.deepEqual((await page.context().storageState()).origins, []);
    assert.deepEqual(page.faults, []);
  });

  test('the launcher is a button with its words, the last stop of the page, and says that nothing is open', async () => {
    const page = await visit('/');
    const button = page.getByRole('region', { name: 'Chatt med Lindåkra kommun' }).getByRole('button', { name: ASK });
    assert.equal(await button.innerText(), ASK);
    assert.equal(await button.getAttribute('aria-expanded'), 'false');
    assert.equal(await page.evaluate((id) => document.querySelector('lotsen-chat').shadowRoot.getElementById(id)?.tagName,
      await button.getAttribute('aria-controls')), 'DIV');
    await page.focus('#sist');
    await page.keyboard.press('Tab');
    assert.equal(await focused(page), 'BUTTON');
    const box = await button.boundingBox();
    assert.ok(box.height >= 44 && box.width >= 44);
  });

  test('the page does not move, is not held up, and axe finds nothing', async () => {
    const watch = () => {
      globalThis.shifts = [];
      globalThis.longTasks = [];
      new PerformanceObserver((list) => globalThis.shifts.push(...list.getEntries().map((entry) => entry.value)))
        .observe({ type: 'layout-shift', buffered: true });
      new PerformanceObserver((list) => globalThis.longTasks.push(...list.getEntries().map(({ startTime, duration }) => ({ startTime, duration }))))
        .observe({ type: 'longtask', buffered: true });
    };
    const longest = [];
    for (let run = 0; run < 3; run++) {
      const page = await visit('/', { before: watch });
      await launcher(page).waitFor();
      await page.waitForLoadState('networkidle');
      const { shifts, tasks } = await page.evaluate(() => {
        const arrived = performance.getEntriesByType('resource').find(({ name }) => name.endsWith('/loader.js')).responseEnd;
        return { shifts: globalThis.shifts, tasks: globalThis.longTasks.filter(({ startTime, duration }) => startTime + duration > arrived) };
      });
      assert.deepEqual(shifts, [], 'layout shifts');
      longest.push(Math.max(0, ...tasks.map(({ duration }) => duration)));
      await page.context().close();
    }
    // What the machine does beside us shows in one run, what the script does shows in all.
    assert.ok(Math.min(...longest) <= 50, `tasks after the script had arrived: ${longest} ms`);
    assert.deepEqual(await axe(await visit('/')), []);
  });

  test('a browser without custom elements shows no launcher and no fault', async () => {
    const page = await visit('/', { before: () => { delete window.customElements; } });
    assert.equal(await page.locator('lotsen-chat').count(), 0);
    assert.deepEqual(page.faults, []);
  });

  test('a browser without constructed style sheets has the launcher, styled, and opens the chat', async () => {
    const page = await visit('/', { before: () => {
      delete Document.prototype.adoptedStyleSheets;
      delete ShadowRoot.prototype.adoptedStyleSheets;
    } });
    const box = await launcher(page).boundingBox();
    assert.ok(box.x > 800 && box.y > 600 && box.height >= 44, JSON.stringify(box));
    await open(page);
    assert.deepEqual(page.faults, []);
  });

  test('twice on a page, or before the body, it is one launcher', async () => {
    for (const path of ['/tva', '/tidig']) {
      const page = await visit(path);
      await launcher(page).waitFor();
      assert.equal(await page.locator('lotsen-chat').count(), 1, path);
      assert.equal(await page.evaluate(() => document.querySelector('lotsen-chat').parentElement.tagName), 'BODY', path);
      assert.deepEqual(page.faults, [], path);
    }
  });
});

describe('by keyboard', () => {
  test('it opens into the field, Escape inside closes, and the focus is back on the launcher', async () => {
    const page = await visit('/');
    await launcher(page).focus();
    await page.keyboard.press('Enter');
    const frame = await chat(page);
    assert.equal(await launcher(page).innerText(), CLOSE);
    assert.equal(await launcher(page).getAttribute('aria-expanded'), 'true');
    assert.match(await page.locator('lotsen-chat iframe').getAttribute('title'), /Lindåkra/);
    assert.equal(new URL(frame.url()).search, '?lang=sv');
    await page.keyboard.press('Escape');
    await panel(page).waitFor({ state: 'hidden' });
    assert.equal(await focused(page), 'BUTTON');
    assert.equal(await launcher(page).innerText(), ASK);

    await page.keyboard.press('Enter');
    await chat(page);
    assert.equal(page.asked.filter((url) => url.includes('/chat?')).length, 1, 'the frame is kept');
    await launcher(page).focus();
    await page.keyboard.press('Escape');
    await panel(page).waitFor({ state: 'hidden' });
    assert.equal(await focused(page), 'BUTTON');
  });

  test('the close button inside and the launcher close it, and no focus is caught', async () => {
    const page = await visit('/');
    const frame = await open(page);
    await frame.getByRole('button', { name: CLOSE }).click();
    await panel(page).waitFor({ state: 'hidden' });
    assert.equal(await focused(page), 'BUTTON');
    await open(page);
    await launcher(page).click();
    await panel(page).waitFor({ state: 'hidden' });
    await open(page);
    let left = false;
    for (let stop = 0; stop < 60 && !left; stop++) {
      await page.keyboard.press('Shift+Tab');
      left = await focused(page) === 'sist';
    }
    assert.ok(left, 'back to the page by Shift+Tab');
    assert.ok(await panel(page).isVisible());
  });
});

describe('from page to page', () => {
  test('an open chat is open on the next page without taking the focus, and a closed one is closed', async () => {
    const page = await visit('/');
    await open(page);
    assert.deepEqual(Object.keys((await kept(page)).session), ['lotsen-chat']);
    await page.goto(`${host.address}/andra`);
    await chat(page, { focus: false });
    assert.equal(await focused(page), '');
    await page.focus('#sok');
    await page.keyboard.type('altan');
    assert.equal(await page.inputValue('#sok'), 'altan');
    await launcher(page).click();
    assert.deepEqual((await kept(page)).session, {});
    await page.goto(`${host.address}/`);
    await launcher(page).waitFor();
    assert.equal(await page.locator('lotsen-chat iframe').count(), 0);
  });

  test('on a phone, where it would cover the next page, it stays closed there', async () => {
    const page = await visit('/', { viewport: { width: 360, height: 640 } });
    await open(page);
    await page.goto(`${host.address}/andra`);
    await launcher(page).waitFor();
    assert.equal(await launcher(page).innerText(), ASK);
    assert.ok(await panel(page).isHidden());
  });

  test('where the site has no storage it works all the same', async () => {
    const page = await visit('/', { before: () => Object.defineProperty(globalThis, 'sessionStorage', { get() { throw new DOMException('blocked', 'SecurityError'); } }) });
    await open(page);
    await launcher(page).click();
    assert.deepEqual(page.faults, []);
  });
});

describe('messages', () => {
  test('new answers are counted on the launcher and in the title while it is closed', async () => {
    const page = await visit('/');
    const frame = await open(page);
    const say = (count) => frame.evaluate((number) => parent.postMessage({ lotsen: 'unread', count: number }, '*'), count);
    await say(2);
    await launcher(page).click();
    assert.equal(await page.title(), 'Bygga och bo', 'nothing is unread while it is open');
    await say(3);
    await page.getByText('Nya svar: 3').waitFor();
    assert.equal(await page.title(), '(3) Bygga och bo');
    await say(12);
    await page.getByText('Nya svar: 12').waitFor();
    assert.equal(await page.title(), '(12) Bygga och bo');
    await page.evaluate(() => { document.title = `${document.title} – sökning`; });
    await launcher(page).click();
    assert.equal(await page.title(), 'Bygga och bo – sökning');
    assert.equal(await page.getByText('Nya svar').count(), 0);
  });

  test('the chat is told whenever it is shown or hidden, and once to take the focus', async () => {
    const page = await visit('/');
    const frame = await open(page);
    await frame.evaluate(() => {
      globalThis.told = [];
      addEventListener('message', ({ data, origin }) => globalThis.told.push({ ...data, origin }));
    });
    await launcher(page).click();
    await launcher(page).click();
    await frame.evaluate(() => parent.postMessage({ lotsen: 'close' }, '*'));
    // Not by animation frames, of which a hidden frame has none.
    await frame.waitForFunction(() => globalThis.told.length === 3, undefined, { polling: 50 });
    const { origin } = new URL(host.address);
    assert.deepEqual(await frame.evaluate(() => globalThis.told), [{ lotsen: 'close', focus: false, origin },
      { lotsen: 'open', focus: true, origin }, { lotsen: 'close', focus: false, origin }]);
  });

  test('what others post is not listened to', async () => {
    const page = await visit('/');
    await open(page);
    await page.evaluate((ours) => {
      const other = document.createElement('iframe');
      other.srcdoc = '<script>for (const lotsen of ["close", "unread"]) parent.postMessage({ lotsen, count: 9 }, "*")</script>';
      document.body.append(other);
      for (const data of [{ lotsen: 'close' }, null, 'close', 7]) {
        postMessage(data, '*');
        dispatchEvent(new MessageEvent('message', { data, origin: ours, source: window }));
        dispatchEvent(new MessageEvent('message', { data, origin: 'https://ond.example', source: document.querySelector('lotsen-chat').shadowRoot.querySelector('iframe').contentWindow }));
      }
      return new Promise((done) => { other.onload = () => setTimeout(done); });
    }, service.address);
    assert.ok(await panel(page).isVisible());
    assert.equal(await page.title(), 'Bygga och bo');
    assert.deepEqual(page.faults, []);
  });
});

describe('on other sites', () => {
  test('hostile style sheets change nothing', async () => {
    const look = (page) => page.evaluate(() => {
      const box = document.querySelector('lotsen-chat');
      return [box, ...box.shadowRoot.querySelectorAll('*')].map((element) => {
        const style = getComputedStyle(element);
        const { x, y, width, height } = element.getBoundingClientRect();
        return [element.localName, x, y, width, height, ...['display', 'color', 'backgroundColor', 'fontSize', 'borderTopWidth', 'direction', 'opacity',
          'visibility', 'pointerEvents', 'transform', 'filter', 'clipPath', 'zIndex', 'position'].map((name) => style[name])];
      });
    });
    const friendly = await visit('/');
    const hostile = await visit('/fientlig');
    for (const page of [friendly, hostile]) {
      await page.evaluate(() => { document.documentElement.style.setProperty('overflow', 'hidden', 'important'); });
      await open(page);
    }
    assert.deepEqual(await look(hostile), await look(friendly));
  });

  test('under a strict policy with trusted types nothing is reported', async () => {
    const page = await visit('/strang');
    await open(page);
    await launcher(page).click();
    assert.deepEqual(await page.evaluate(() => globalThis.violations), []);
    assert.deepEqual(host.reports, []);
    assert.deepEqual(page.faults, []);
  });

  test('a site that nobody has allowed gets no chat', async () => {
    const page = await visit('/', { origin: stranger.address });
    const refused = page.waitForEvent('console', (message) => /frame-ancestors/.test(message.text()));
    await launcher(page).click();
    await refused;
    assert.equal(chatFrame(page), undefined);
    await launcher(page).click();
    assert.ok(await panel(page).isHidden());
  });

  test('no other page of ours can be framed', async () => {
    const page = await visit('/utan');
    for (const path of ['/', '/fraga', '/widget', '/tillganglighet', '/knowledge/bygglov', '/staff/sign-in']) {
      const refused = page.waitForEvent('console', (message) => /frame-ancestors/.test(message.text()));
      await page.evaluate((address) => { document.body.append(Object.assign(document.createElement('iframe'), { src: address })); }, service.address + path);
      await refused;
    }
  });

  test('the language is the tag\'s, else the page\'s, else Swedish', async () => {
    for (const [path, lang, words] of [['/engelska', 'en', 'Ask Lindåkra kommun'], ['/tyska', 'sv', ASK], ['/utan-sprak', 'sv', ASK], ['/arabisk-knapp', 'ar', /اسأل/]]) {
      const page = await visit(path);
      await launcher(page).waitFor();
      assert.equal(await page.locator('lotsen-chat').getAttribute('lang'), lang, path);
      assert.match(await launcher(page).innerText(), new RegExp(words), path);
    }
  });

  test('the side follows the direction of the language', async () => {
    for (const [path, side] of [['/', 'right'], ['/vanster', 'left'], ['/arabiska', 'left'], ['/arabisk-knapp', 'right']]) {
      const page = await visit(path);
      await open(page);
      for (const part of [launcher(page), panel(page)]) {
        const { x, width } = await part.boundingBox();
        assert.equal(x + width / 2 > 600 ? 'right' : 'left', side, path);
        assert.ok(x >= 0 && x + width <= 1200, `${path} stays inside`);
      }
    }
  });
});

describe('on small and special screens', () => {
  for (const [width, height] of [[360, 640], [320, 256], [800, 400], [480, 900]]) {
    test(`at ${width} × ${height} the chat has the whole screen and can be closed outside of the frame`, async () => {
      const page = await visit('/', { viewport: { width, height } });
      await open(page);
      const box = await panel(page).boundingBox();
      assert.deepEqual(box, { x: 0, y: 0, width, height });
      const frame = await page.locator('lotsen-chat iframe').boundingBox();
      const button = await launcher(page).boundingBox();
      assert.ok(button.height >= 44 && button.y + button.height <= height && button.y >= frame.y + frame.height, 'the launcher is beside the frame');
      assert.ok(frame.height >= height - 60, `${frame.height} px for the chat`);
      await launcher(page).click();
      assert.ok(await panel(page).isHidden());
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false);
    });
  }

  test('on a large screen it is a panel in the corner', async () => {
    const page = await visit('/');
    await open(page);
    const box = await panel(page).boundingBox();
    assert.ok(box.width === 400 && box.height >= 600 && box.height <= 640, JSON.stringify(box));
    assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector('lotsen-chat')).zIndex), '2147483647');
    assert.deepEqual(await axe(page), []);
  });

  test('in forced colours both have an edge', async () => {
    const page = await visit('/', { forcedColors: 'active' });
    await open(page);
    for (const part of [launcher(page), panel(page)]) {
      assert.deepEqual(await part.evaluate((element) => { const style = getComputedStyle(element); return [style.borderTopStyle, style.borderTopWidth]; }), ['solid', '2px']);
    }
  });

  test('nothing moves by itself', async () => {
    const page = await visit('/');
    await open(page);
    assert.equal(await page.evaluate(() => document.getAnimations({ subtree: true }).length), 0);
  });
});

describe('help for web editors', () => {
  for (const path of ['/widget', '/widget?sprak=ar&sida=start', '/tillganglighet', '/knowledge/bygglov']) {
    test(`axe finds nothing on ${path}`, async () => {
      const page = await visit(path, { origin: service.address });
      assert.deepEqual(await axe(page), []);
      assert.deepEqual(await page.evaluate(() => globalThis.violations), []);
    });
  }

  test('the choices change the line and the launcher on the page', async () => {
    const page = await visit('/widget', { origin: service.address });
    await page.getByRole('radio', { name: 'Arabiska', exact: true }).check();
    await page.getByRole('radio', { name: /^Där raderna börjar/ }).check();
    await page.getByRole('button', { name: 'Visa valen' }).click();
    await page.getByText('data-position').waitFor();
    assert.equal(await page.inputValue('#tagg'), `<script src="${service.address}/loader.js" async data-lang="ar" data-position="start"></script>`);
    assert.match(await launcher(page).innerText(), /اسأل/);
    await open(page);
  });

  test('the line can be copied', async () => {
    const page = await visit('/widget', { origin: service.address, permissions: ['clipboard-read', 'clipboard-write'] });
    await page.getByRole('button', { name: 'Kopiera raden', exact: true }).click();
    await page.getByText('Raden är kopierad.').waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await page.inputValue('#tagg'));
  });

  test('a policy is read, also without scripts, and axe finds nothing in what it says', async () => {
    for (const javaScriptEnabled of [true, false]) {
      const page = await visit('/widget', { origin: service.address, javaScriptEnabled });
      await page.fill('#policy', "default-src 'self'; frame-src 'none'");
      await page.getByRole('button', { name: 'Se vad som behövs' }).click();
      await page.getByText(`frame-src ${service.address};`).waitFor();
      await page.getByText(`script-src 'self' ${service.address};`).waitFor();
      if (javaScriptEnabled) {
        assert.deepEqual(await axe(page), []);
      }
    }
  });
});

test('Firefox opens and closes it by keyboard, under a strict policy', async () => {
  const firefox = await puppeteer.launch({ browser: 'firefox', executablePath: process.env.LOTSEN_FIREFOX });
  try {
    const page = await firefox.newPage();
    const faults = [];
    page.on('pageerror', (fault) => faults.push(String(fault)));
    await page.goto(`${host.address}/strang`, { waitUntil: 'load' });
    const text = () => page.evaluate(() => document.querySelector('lotsen-chat').shadowRoot.querySelector('button').textContent);
    await page.waitForFunction(() => document.querySelector('lotsen-chat'));
    await page.focus('#sist');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    assert.equal(await text(), CLOSE);
    await page.waitForFunction(() => document.activeElement.shadowRoot?.activeElement?.tagName === 'IFRAME');
    await page.evaluate(() => document.querySelector('lotsen-chat').shadowRoot.querySelector('button').focus());
    await page.keyboard.press('Escape');
    assert.equal(await text(), ASK);
    assert.deepEqual(faults, []);
  } finally {
    await firefox.close();
  }
});
