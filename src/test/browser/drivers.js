/** One way to drive a page for both browsers: Chromium by Playwright, Firefox by Puppeteer over BiDi (ADR 0027). */
import { readFileSync } from 'node:fs';
import puppeteer from 'puppeteer-core';
import { needed } from './browsers.js';
import { launchChromium } from './harness.js';
import { PATIENCE, START } from './patience.js';

const AXE = readFileSync(new URL('node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

/** How a page is looked at. `enlarged`: text at 200 % and with the spacing of WCAG 1.4.12. */
export const MODES = {
  desktop: { width: 1280, height: 900 },
  dark: { width: 1280, height: 900, scheme: 'dark' },
  forced: { width: 1280, height: 900, forced: true },
  phone: { width: 320, height: 640 },
  enlarged: { width: 320, height: 256, enlarged: true },
};

/**
 * The browsers of an engine, each {modes, open, close}. Chromium changes its mode while a page is open. Firefox cannot be told
 * over BiDi which colours a visitor prefers: it is started three times, with preferences.
 */
export const ENGINES = {
  chromium: [{ modes: Object.keys(MODES), launch: async () => { const browser = await launchChromium(); return { open: (init) => openPlaywright(browser, init), close: () => browser.close() }; } }],
  firefox: [
    { modes: ['desktop', 'phone', 'enlarged'], launch: () => launchFirefox({ 'layout.css.prefers-color-scheme.content-override': 1 }) },
    { modes: ['dark'], launch: () => launchFirefox({ 'layout.css.prefers-color-scheme.content-override': 0 }) },
    { modes: ['forced'], launch: () => launchFirefox({ 'browser.display.document_color_use': 2 }) },
  ],
};

async function launchFirefox(preferences) {
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath: needed('LOTSEN_FIREFOX'), timeout: START, protocolTimeout: START,
    // A panel that tells of a saved file would take the focus from the page.
    extraPrefsFirefox: { 'ui.prefersReducedMotion': 1, 'browser.download.alwaysOpenPanel': false, ...preferences } });
  return { open: (init) => openPuppeteer(browser, init), close: () => browser.close() };
}

async function openPlaywright(browser, init) {
  const context = await browser.newContext({ locale: 'sv-SE', reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  for (const script of init) {
    await page.addInitScript(script);
  }
  return driver(page, {
    size: ({ width, height, scheme = 'light', forced }) => Promise.all([page.setViewportSize({ width, height }),
      page.emulateMedia({ colorScheme: scheme, forcedColors: forced ? 'active' : 'none' })]),
    waitFor: (holds, value) => page.waitForFunction(holds, value),
    close: () => context.close(),
  });
}

async function openPuppeteer(browser, init) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  for (const script of init) {
    await page.evaluateOnNewDocument(script);
  }
  return driver(page, {
    size: ({ width, height }) => page.setViewport({ width, height }),
    waitFor: (holds, value) => page.waitForFunction(holds, { timeout: PATIENCE, polling: 50 }, value),
    close: () => context.close(),
  });
}

function driver(page, { size, waitFor, close }) {
  const faults = [];
  page.on('pageerror', (fault) => faults.push(String(fault)));
  return {
    faults,
    waitFor,
    close,
    evaluate: (work, value) => page.evaluate(work, value),
    press: (key) => page.keyboard.press(key),
    goto: async (address) => {
      const answer = await page.goto(address);
      if (!answer.ok()) {
        throw new Error(`${address}: status ${answer.status()}`);
      }
    },
    reload: () => page.reload(),
    picture: (path) => page.screenshot({ path, fullPage: true }),
    /** Clicks what is there, wherever it is scrolled to. */
    click: (selector) => page.evaluate((at) => document.querySelector(at).click(), selector),
    fill: (selector, text) => page.evaluate(([at, typed]) => {
      const field = document.querySelector(at);
      field.focus();
      field.value = typed;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }, [selector, text]),
    async look(mode) {
      await size(MODES[mode]);
      await page.evaluate(enlarge, Boolean(MODES[mode].enlarged));
    },
    /** What axe finds, as readable lines: all rules of WCAG 2.0 to 2.2, A and AA, and the best practices. */
    async axe() {
      if (!(await page.evaluate(() => 'axe' in globalThis))) {
        await page.evaluate(AXE);
      }
      const found = await page.evaluate((tags) => globalThis.axe.run(document, { runOnly: tags, resultTypes: ['violations'] })
        .then(({ violations }) => violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)), TAGS);
      return found;
    },
  };
}

/** In the page: constructed style sheets are no inline styles for its policy. */
function enlarge(on) {
  globalThis.enlarged ??= new CSSStyleSheet();
  globalThis.enlarged.replaceSync(on ? `html { font-size: 200% !important; }
    * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
    p { margin-block-end: 2em !important; }` : '');
  document.adoptedStyleSheets = [globalThis.enlarged];
  return new Promise((done) => { requestAnimationFrame(() => setTimeout(done)); });
}
