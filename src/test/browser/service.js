import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { createServer as createSocket } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { START } from './patience.js';

const HOME = resolve(import.meta.dirname, '../../..');

/** Starts the packaged service on a free port with a data folder of its own; `settings` are further environment variables. */
export async function startService(settings = {}) {
  const port = await freePort();
  const data = mkdtempSync(join(tmpdir(), 'lotsen-browser-'));
  const address = `http://127.0.0.1:${port}`;
  let said = '';
  let java;
  let ended;

  async function start() {
    java = spawn(join(HOME, 'lotsen'), ['serve'], {
      cwd: HOME,
      detached: true,
      env: { ...process.env, SERVER_PORT: String(port), LOTSEN_DATA_DIR: data,
        LOTSEN_CHAT_WRITES_PER_MINUTE_PER_ADDRESS: '100000', ...settings },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    java.stdout.on('data', (part) => { said += part; });
    java.stderr.on('data', (part) => { said += part; });
    ended = new Promise((done) => java.on('exit', done));
    const deadline = Date.now() + START;
    while (!(await answers(address))) {
      if (Date.now() > deadline || java.exitCode !== null) {
        throw new Error(`The service did not start:\n${said}`);
      }
      await new Promise((later) => setTimeout(later, 250));
    }
  }

  await start();
  return {
    port,
    address,
    /** What the service has logged so far. */
    get said() {
      return said;
    },
    /** What the service has logged as an error so far. */
    get errors() {
      return said.split('\n').filter((row) => / ERROR /.test(row));
    },
    /** The process is gone from one moment to the next, as when the power fails. */
    async kill() {
      process.kill(-java.pid, 'SIGKILL');
      await ended;
    },
    /** Starts it again after `kill`: the same port, the same data. */
    start,
    async stop() {
      if (java.exitCode === null && java.signalCode === null) {
        process.kill(-java.pid, 'SIGTERM');
        await ended;
      }
      rmSync(data, { recursive: true, force: true });
    },
  };
}

async function answers(address) {
  try {
    return (await fetch(`${address}/actuator/health/readiness`)).ok;
  } catch {
    return false;
  }
}

function freePort() {
  return new Promise((done) => {
    const socket = createSocket().listen(0, '127.0.0.1', () => {
      const { port } = socket.address();
      socket.close(() => done(port));
    });
  });
}

/**
 * Stands between browser and service and can cut a stream: `cuts` holds, for the streams to come, after how many bytes of
 * the answer's body the connection is destroyed (-1: before the request is passed on). With `scripts` false no script
 * arrives.
 */
export async function startLine(service) {
  const line = { cuts: [], scripts: true };
  const server = createServer((from, to) => {
    const stream = /\/(questions|events)$/.test(from.url);
    const cut = stream && line.cuts.length > 0 ? line.cuts.shift() : Infinity;
    if (cut < 0 || (!line.scripts && from.url.endsWith('.js'))) {
      from.socket.destroy();
      return;
    }
    const onward = request({ port: service.port, host: '127.0.0.1', path: from.url, method: from.method, headers: from.headers },
      (answer) => {
        let left = cut;
        to.writeHead(answer.statusCode, answer.headers);
        to.flushHeaders();
        const reached = (part) => {
          to.write(part.subarray(0, left), () => { if (left <= 0) { to.destroy(); onward.destroy(); } });
          left -= part.length;
        };
        if (left === 0) {
          to.destroy();
          onward.destroy();
        }
        answer.on('data', reached);
        answer.on('end', () => to.end());
        answer.on('error', () => to.destroy());
      });
    onward.on('error', () => to.destroy());
    to.on('close', () => onward.destroy());
    from.pipe(onward);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  line.address = `http://127.0.0.1:${server.address().port}`;
  line.stop = () => new Promise((done) => { server.closeAllConnections(); server.close(done); });
  return line;
}
