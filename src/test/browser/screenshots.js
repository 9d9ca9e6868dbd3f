/** Takes the pictures of the chat that stand in docs/images, of the real service on a site of its own: scripts/browser-tests.sh screenshots. */
import { resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { startContactCentre } from './contact-centre.js';
import { sitePage, startHost } from './host.js';

const FOLDER = resolve(import.meta.dirname, '../../../docs/images');
const QUESTION = 'vad kostar förskolan för två barn';
const PHONE = { width: 390, height: 780 };

let centre;
const host = await startHost(() => ({ '/': sitePage(`<script src="${centre.address}/loader.js" async></script>`),
  '/ar': sitePage(`<script src="${centre.address}/loader.js" async></script>`, { lang: 'ar', attributes: 'dir="rtl"', title: 'Lindåkra' }) }), '127.0.0.1');
centre = await startContactCentre({ LOTSEN_WIDGET_SITES: host.address });
const browser = await chromium.launch({ executablePath: process.env.LOTSEN_CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] });

/** A picture of the open panel on the site, or with `own` of a page of ours, after the question is answered. */
async function picture(name, { path = '/', own = false, ...options }) {
  const context = await browser.newContext({ locale: 'sv-SE', viewport: { width: 1000, height: 760 }, reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  await page.goto((own ? centre : host).address + path);
  let chat = page;
  if (!own) {
    await page.locator('lotsen-chat button').click();
    chat = page.frameLocator('lotsen-chat iframe');
  }
  await chat.locator('#chatt[data-ready]').waitFor();
  await chat.locator('#fraga').fill(QUESTION);
  await chat.locator('#fraga').press('Enter');
  await chat.locator('.feedback').waitFor();
  await chat.locator('.turn').evaluate((turn) => turn.scrollIntoView({ block: 'start' }));
  await page.screenshot({ path: `${FOLDER}/${name}.png` });
  console.log(`docs/images/${name}.png`);
  await context.close();
}

try {
  await picture('answer', { own: true, viewport: { width: 1100, height: 900 } });
  await picture('chat-desktop', {});
  await picture('chat-phone', { own: true, path: '/chat', viewport: PHONE, isMobile: true, hasTouch: true });
  await picture('chat-arabic', { path: '/ar' });
  await picture('chat-dark', { colorScheme: 'dark', own: true, path: '/chat', viewport: PHONE });
  await picture('chat-forced-colors', { forcedColors: 'active', own: true, path: '/chat', viewport: PHONE });
} finally {
  await browser.close();
  await Promise.all([host.stop(), centre.stop()]);
}
