// The server's event stream. Read through fetch and not EventSource, because a stream that is opened
// anew must be able to name the last event it saw, however long the server was away.

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 2000;

/**
 * Follow the stream until `stop()` is called.
 * @param {object} hooks
 * @param {(event: object, id: number) => void} hooks.onEvent
 * @param {() => void | Promise<void>} hooks.onOpen   the stream stands, for the first time or again
 * @param {() => void} hooks.onLost   the server is away; it is tried again by itself
 */
export function followEvents({ onEvent, onOpen, onLost }) {
  const stream = new Stream(onEvent);
  const stopper = new AbortController();
  const run = async () => {
    let wait = FIRST_WAIT_MS;
    while (!stopper.signal.aborted) {
      try {
        const response = await stream.open(stopper.signal);
        wait = FIRST_WAIT_MS;
        await onOpen();
        await stream.read(response);
      } catch {
        // Whatever broke the line is answered in the same way: say so, wait, try again.
      }
      if (stopper.signal.aborted) return;
      onLost();
      await new Promise((resume) => setTimeout(resume, wait));
      wait = Math.min(wait * 2, LONGEST_WAIT_MS);
    }
  };
  run();
  return () => stopper.abort();
}

class Stream {
  constructor(onEvent) {
    this.onEvent = onEvent;
    this.lastId = null;
  }

  async open(signal) {
    const headers = { Accept: "text/event-stream" };
    if (this.lastId !== null) headers["Last-Event-ID"] = this.lastId;
    const response = await fetch("/play/events", { headers, signal, cache: "no-store" });
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    return response;
  }

  async read(response) {
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = "";
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      const blocks = (rest + value).replaceAll("\r\n", "\n").split("\n\n");
      rest = blocks.pop();
      for (const block of blocks) this.take(block);
    }
  }

  take(block) {
    const data = [];
    for (const line of block.split("\n")) {
      const [, field, value] = /^([a-z]+): ?(.*)$/.exec(line) ?? [];
      if (field === "data") data.push(value);
      if (field === "id") this.lastId = value;
    }
    if (data.length === 0) return;
    try {
      this.onEvent(JSON.parse(data.join("\n")), Number(this.lastId));
    } catch (error) {
      // One event that cannot be shown must not cut the line for those after it.
      reportError(error);
    }
  }
}
