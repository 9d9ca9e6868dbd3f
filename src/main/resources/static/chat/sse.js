/**
 * The server-sent events of a response body, as {id, type, data}; comments are left out. Ends with the body and throws
 * when the connection is cut. `alive` is called for whatever arrives.
 */
export async function* events(body, alive) {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  let event = { id: null, type: 'message', data: [] };
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) {
        return;
      }
      alive();
      rest += decoder.decode(value, { stream: true });
      const lines = rest.split(/\r\n|\n|\r(?!$)/);
      rest = lines.pop();
      for (const line of lines) {
        if (line === '') {
          if (event.data.length > 0) {
            yield { id: event.id, type: event.type, data: JSON.parse(event.data.join('\n')) };
          }
          event = { id: null, type: 'message', data: [] };
        } else {
          read(line, event);
        }
      }
    }
  } finally {
    reader.cancel().catch(() => {});
  }
}

function read(line, event) {
  const [, field, value] = /^([^:]*)(?:: ?(.*))?$/s.exec(line);
  if (field === 'id') {
    event.id = Number(value);
  } else if (field === 'event') {
    event.type = value;
  } else if (field === 'data') {
    event.data.push(value ?? '');
  }
}
