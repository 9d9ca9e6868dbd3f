/** Another site that has the tag on its pages: a server of its own, on an origin that is not the service's. */
import { createServer } from 'node:http';

/** Starts a site under `hostname`; `pages` gives for each path the page's html, or html and headers. */
export async function startHost(pages, hostname = 'localhost') {
  const reports = [];
  const server = createServer((from, to) => {
    const { pathname } = new URL(from.url, 'http://host');
    if (pathname === '/csp-report') {
      from.on('data', (part) => reports.push(String(part)));
      to.writeHead(204).end();
      return;
    }
    const page = pages()[pathname];
    if (!page) {
      to.writeHead(404).end();
      return;
    }
    to.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ...page.headers });
    to.end(page.html ?? page);
  });
  await new Promise((done) => server.listen(0, hostname, done));
  return {
    address: `http://${hostname}:${server.address().port}`,
    reports,
    stop: () => new Promise((done) => { server.closeAllConnections(); server.close(done); }),
  };
}

/** A page as a municipality has it: landmarks, headings, links, a form; `tag` stands last. */
export function sitePage(tag, { head = '', lang = 'sv', title = 'Bygga och bo', attributes = '' } = {}) {
  return `<!DOCTYPE html>
<html lang="${lang}" ${attributes}><head><meta charset="utf-8"><title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">${head}</head>
<body><header><a href="/">Kommunen</a></header>
<main><h1>${title}</h1><p>Här bygger vi hus.</p><p><label>Sök <input id="sok"></label> <a id="sist" href="/andra">Nästa sida</a></p>
${'<p>Kommunen ansvarar för planer, lov och tillsyn. Läs mer innan du börjar bygga.</p>'.repeat(30)}</main>
${tag}</body></html>`;
}
