/**
 * What the scripted tests of the chat share: the service (LOTSEN_ADDRESS, or one of our own), the scripted server before it,
 * a browser, and pages that note everything that must never happen.
 */
import { chromium } from 'playwright-core';
import { needed } from './browsers.js';
import { Play, startScripted } from './scripted.js';
import { startService } from './service.js';
import { PATIENCE } from './patience.js';

/** The page under test; LOTSEN_PAGE chooses another. */
export const PAGE = process.env.LOTSEN_PAGE ?? '/chat';
/** A site that may frame the chat; for the browser another one than 127.0.0.1. */
export const OTHER_SITE = 'http://localhost:8099';
export const pageIn = (lang) => (lang === 'sv' || PAGE === '/' ? PAGE : `${PAGE}?lang=${lang}`);
export const launchChromium = () => chromium.launch({ executablePath: needed('LOTSEN_CHROMIUM'), args: ['--no-sandbox', '--disable-gpu'] });

/** Runs `work` with {service, scripted, browser} and leaves nothing running. */
export async function withChat(work, { play = new Play(), launch = launchChromium } = {}) {
  const own = process.env.LOTSEN_ADDRESS ? null : await startService({ LOTSEN_CHAT_WRITES_PER_MINUTE: '100000', LOTSEN_WIDGET_SITES: OTHER_SITE });
  const service = own ?? { address: process.env.LOTSEN_ADDRESS };
  const scripted = await startScripted(service, { play });
  let browser;
  try {
    browser = await launch();
    return await work({ service, scripted, browser });
  } finally {
    await browser?.close();
    await scripted.stop();
    await own?.stop();
  }
}

/**
 * Runs in the page before anything else. Notes what is run that should not be (`owned`), what the policy refuses, what any
 * live region says, and where the focus goes.
 */
export function watch() {
  globalThis.watched = { owned: [], violations: [], spoken: [], elsewhere: [], focused: [] };
  const { owned, violations, spoken, elsewhere, focused } = globalThis.watched;
  for (const name of ['__owned', 'alert', 'confirm', 'prompt']) {
    globalThis[name] = (...said) => { owned.push(`${name} ${said}`); };
  }
  document.addEventListener('securitypolicyviolation', (event) => violations.push(`${event.violatedDirective} ${event.blockedURI}`));
  document.addEventListener('focusin', (event) => focused.push(event.target.id || event.target.tagName));
  const live = (node) => node.closest?.('[role=status], [role=alert], [role=log], [aria-live]:not([aria-live=off])');
  new MutationObserver((changes) => {
    const regions = new Set(changes.map(({ target }) => live(target.nodeType === Node.TEXT_NODE ? target.parentElement : target)));
    for (const region of regions) {
      const said = region?.textContent.trim();
      if (said) {
        (region.id === 'besked' ? spoken : elsewhere).push(said);
      }
    }
  }).observe(document, { childList: true, characterData: true, subtree: true });
}

/** A visitor of the scripted server: a page of Playwright's with {foreign, faults} beside it. */
export async function visit(browser, scripted, { path = pageIn('sv'), init = [], open = true, ...options } = {}) {
  const context = await browser.newContext({ locale: 'sv-SE', viewport: { width: 1100, height: 800 }, reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  const foreign = [];
  const faults = [];
  context.on('request', (request) => {
    if (!/^(data|blob|about):/.test(request.url()) && new URL(request.url()).origin !== scripted.address) {
      foreign.push(request.url());
    }
  });
  page.on('pageerror', (fault) => faults.push(String(fault)));
  for (const script of [watch, ...init]) {
    await page.addInitScript(script);
  }
  if (open) {
    const answer = await page.goto(scripted.address + path);
    if (!answer.ok()) {
      throw new Error(`${path}: status ${answer.status()}`);
    }
  }
  return { page, foreign, faults, leave: () => context.close() };
}

/** Types into the field at once and sends with the keyboard. */
export async function send(page, text) {
  await page.fill('#fraga', text);
  await page.press('#fraga', 'Enter');
}

/** Asks and waits until the answer is complete. */
export async function ask(page, text) {
  const before = await page.locator('.turn').count();
  await send(page, text);
  await page.waitForFunction((known) => document.querySelectorAll('.turn').length > known && complete(), before);
}

/** In the page: nothing is being answered. */
export const COMPLETE = () => {
  globalThis.complete = () => document.querySelector('#fraga-form button.primary').getAttribute('aria-disabled') !== 'true'
    && [...document.querySelectorAll('.turn')].every((turn) => turn.classList.contains('emergency') || turn.querySelector('.feedback'));
};

/** The texts that the page's script may use, by code, as the server has sent them. */
export const textsOf = (page) => page.evaluate(() => Object.fromEntries(
  [...document.getElementById('lotsen-texter').content.querySelectorAll('[data-code]')].map((node) => [node.dataset.code, node.textContent])));
