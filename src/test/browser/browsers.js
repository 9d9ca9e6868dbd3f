import { readFileSync } from 'node:fs';
import puppeteer from 'puppeteer-core';
import { PATIENCE, START } from './patience.js';

const AXE = readFileSync(new URL('node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
// A click while the page still glides to where the focus is lands beside the button, so pages are asked to keep still.
const CHROMIUM = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update',
  '--disable-sync', '--no-first-run', '--force-prefers-reduced-motion'];

export const BROWSERS = {
  chromium: () => puppeteer.launch({ executablePath: needed('LOTSEN_CHROMIUM'), args: CHROMIUM, timeout: START, protocolTimeout: START }),
  firefox: () => puppeteer.launch({ browser: 'firefox', executablePath: needed('LOTSEN_FIREFOX'), timeout: START, protocolTimeout: START,
    extraPrefsFirefox: { 'ui.prefersReducedMotion': 1 } }),
};

/** Firefox cannot be driven with scripts switched off; there the scripts are kept from arriving, see startLine. */
export const canSwitchScriptsOff = (browserName) => browserName === 'chromium';

export function needed(variable) {
  const path = process.env[variable];
  if (!path) {
    throw new Error(`${variable} is not set: run scripts/browser-tests.sh`);
  }
  return path;
}

/** A visitor nobody knows: no cookies, nothing stored; notes every request and everything that goes wrong. */
export async function visitor(browser, { script = true, width = 1100, height = 800 } = {}) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  await page.setViewport({ width, height });
  if (!script) {
    await page.setJavaScriptEnabled(false);
  }
  const requests = [];
  const faults = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('pageerror', (fault) => faults.push(String(fault)));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/net::ERR|404|400|429/.test(message.text())) {
      faults.push(message.text());
    }
  });
  return { page, requests, faults, leave: () => context.close() };
}

/** What axe finds, as readable lines; all WCAG rules and the best practices. */
export async function axe(page) {
  // axe needs timers. A page that was loaded without scripts stays as it is: its scripts are not run afterwards.
  const silent = !page.isJavaScriptEnabled();
  if (silent) {
    await page.setJavaScriptEnabled(true);
  }
  await page.evaluate(AXE);
  const found = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] })
    .then(({ violations }) => violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ target }) => target.join(' ')) }))));
  if (silent) {
    await page.setJavaScriptEnabled(false);
  }
  return found.map(({ id, at }) => `${id}: ${at.join(', ')}`);
}
