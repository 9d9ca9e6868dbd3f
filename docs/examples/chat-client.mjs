// Asks Lotsen over its chat API and prints the answer with its sources: node chat-client.mjs https://chatt.kommun.example "fråga"
const [service, question] = process.argv.slice(2);
const key = () => ({ 'Idempotency-Key': crypto.randomUUID() });

async function call(method, path, headers, body) {
  const json = body && { 'Content-Type': 'application/json' };
  const answer = await fetch(service + path, { method, headers: { ...headers, ...json }, body: body && JSON.stringify(body) });
  return answer.ok ? answer : Promise.reject(new Error((await answer.json()).title));
}

/** Each event of a stream as {id, type, data}; a part that is not whole yet waits for the rest. */
async function* events(stream) {
  let rest = '';
  for await (const part of stream.pipeThrough(new TextDecoderStream())) {
    const blocks = (rest + part).split('\n\n');
    rest = blocks.pop();
    for (const block of blocks.filter((one) => one.includes('data:'))) {
      const field = (name) => block.match(new RegExp(`^${name}: ?(.*)$`, 'm'))?.[1];
      yield { id: Number(field('id')), type: field('event'), data: JSON.parse(field('data')) };
    }
  }
}

const { id, token } = await (await call('POST', '/api/conversations', key())).json();
const headers = { 'X-Conversation-Token': token };
const stream = await call('POST', `/api/conversations/${id}/questions`, { ...headers, ...key() }, { question });
for await (const { type, data } of events(stream.body)) {
  if (type === 'text') console.log(data.text, data.sources.map(({ href }) => service + href).join(' '));
  if (type === 'handover-offer') console.log(data.text);
}
