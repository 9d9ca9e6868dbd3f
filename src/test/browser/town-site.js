/**
 * A small municipal website on a port of its own, for trying an import: a sitemap, a robots file, and pages with all that
 * stands around a text on such sites. `pages` are [path, title, [blocks of the text]].
 */
import { createServer } from 'node:http';

const AROUND = {
  before: `<div class="cookies" role="dialog" aria-label="Kakor">Vi använder kakor. <button>Godkänn alla</button></div>
    <header><a href="/">Sävåker kommun</a><nav aria-label="Huvudmeny"><ul><li><a href="/uppleva/lana-skidor">Uppleva och göra</a></li><li><a href="/bygga">Bygga och bo</a></li></ul></nav></header>
    <nav class="brodsmulor" aria-label="Du är här"><a href="/">Start</a> / <a href="/uppleva">Uppleva och göra</a></nav>`,
  after: `<aside><h2>Rekommenderad läsning</h2><ul><li><a href="/bygga">Bygglov för altan</a></li></ul></aside>
    <section class="dela"><h2>Dela sidan</h2><a href="https://socialt.example/">Dela</a></section>
    <footer><h2>Prenumerera på vårt nyhetsbrev</h2><form><input name="epost"><button>Anmäl mig</button></form><p>Sävåker kommun, Storgatan 1</p></footer>`,
};

const page = (title, blocks) => `<!doctype html><html lang="sv"><head><meta charset="utf-8"><title>${title} | Sävåker kommun</title>
  <meta name="dcterms.modified" content="2026-10-05"></head><body>${AROUND.before}<main><h1>${title}</h1>${blocks.join('\n')}<p>Senast uppdaterad 5 oktober 2026</p></main>${AROUND.after}</body></html>`;

export async function startTownSite(pages) {
  const asked = [];
  const server = createServer((request, response) => {
    asked.push(request.url);
    const base = `http://127.0.0.1:${server.address().port}`;
    const found = pages.find(([path]) => path === request.url);
    if (request.url === '/robots.txt') {
      response.setHeader('Content-Type', 'text/plain').end(`User-agent: *\nDisallow: /internt/\nSitemap: ${base}/sitemap.xml\n`);
    } else if (request.url === '/sitemap.xml') {
      response.setHeader('Content-Type', 'application/xml').end(`<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${
        pages.map(([path]) => `<url><loc>${base}${path}</loc><lastmod>2026-10-05</lastmod></url>`).join('')}<url><loc>${base}/internt/loner</loc></url></urlset>`);
    } else if (found) {
      response.setHeader('Content-Type', 'text/html; charset=utf-8').end(page(found[1], found[2]));
    } else {
      response.writeHead(404).end('Sidan finns inte.');
    }
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  return { address: `http://127.0.0.1:${server.address().port}`, port: server.address().port, asked, stop: () => new Promise((closed) => server.close(closed)) };
}
