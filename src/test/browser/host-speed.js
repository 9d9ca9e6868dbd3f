/**
 * What the tag costs another site's page, by Lighthouse (mobile, its own throttling): the same page without and with the tag,
 * in turns, medians. Run scripts/browser-tests.sh host; Lighthouse is installed for this alone.
 */
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { sitePage, startHost } from './host.js';
import { startService } from './service.js';

const RUNS = Number(process.argv[2] ?? 3);
const MEASURES = {
  performance: (result) => Math.round(result.categories.performance.score * 100),
  accessibility: (result) => Math.round(result.categories.accessibility.score * 100),
  'best practices': (result) => Math.round(result.categories['best-practices'].score * 100),
  'first contentful paint, ms': (result) => Math.round(result.audits['first-contentful-paint'].numericValue),
  'time to interactive, ms': (result) => Math.round(result.audits.interactive.numericValue),
  'total blocking time, ms': (result) => Math.round(result.audits['total-blocking-time'].numericValue),
  'layout shift': (result) => result.audits['cumulative-layout-shift'].numericValue,
};

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

let service;
const host = await startHost(() => ({ '/utan': sitePage(''), '/med': sitePage(`<script src="${service.address}/loader.js" async></script>`) }));
service = await startService({ LOTSEN_WIDGET_SITES: host.address });
const chrome = await launch({ chromePath: process.env.LOTSEN_CHROMIUM, chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu'] });
const measured = { '/utan': [], '/med': [] };
try {
  for (let run = 0; run < RUNS; run++) {
    for (const path of Object.keys(measured)) {
      const { lhr } = await lighthouse(host.address + path, { port: chrome.port, logLevel: 'error',
        onlyCategories: ['performance', 'accessibility', 'best-practices'] });
      measured[path].push(lhr);
    }
  }
} finally {
  await chrome.kill();
  await Promise.all([host.stop(), service.stop()]);
}
console.log(`| median of ${RUNS} | without the tag | with the tag |\n|---|---|---|`);
for (const [name, value] of Object.entries(MEASURES)) {
  console.log(`| ${name} | ${median(measured['/utan'].map(value))} | ${median(measured['/med'].map(value))} |`);
}
