/** The socket of the live log, for as long as somebody looks: what breaks off is begun again, each time a little later. */
import type { LogFilter } from "#domain/admin/log/log-filter";
import type { LogFrame } from "#domain/admin/log/log-line";
import { asked } from "./filter.ts";
import { pauseAfter } from "./pause-after.ts";

export type Connection = "connecting" | "open" | "lost";

interface Told {
  readonly onFrame: (frame: LogFrame) => void;
  readonly onConnection: (connection: Connection) => void;
  /** Nobody lets us in, or the room has sent us away: perhaps the session is over. */
  readonly onRefused: () => void;
}

export interface Following {
  /** What is to be seen from now on. */
  readonly wants: (filter: LogFilter) => void;
  readonly end: () => void;
}

const sessionOver = 4401;
const pingEvery = 30_000;
const patience = 10_000;

export function follow(filter: LogFilter, { onFrame, onConnection, onRefused }: Told): Following {
  let wanted = filter;
  let failures = 0;
  let isEnded = false;
  let again: ReturnType<typeof setTimeout> | undefined;
  let socket = open();

  function open(): WebSocket {
    onConnection("connecting");
    const opened = new WebSocket(addressOf(wanted));
    const askedWith = wanted;
    const stopBeating = beat(opened);
    let isLetIn = false;
    opened.addEventListener("open", () => {
      isLetIn = true;
      onConnection("open");
      if (wanted !== askedWith) opened.send(JSON.stringify(asked(wanted)));
    });
    opened.addEventListener("message", ({ data }: MessageEvent<string>) => {
      failures = 0;
      // The cast: nobody but the room speaks here.
      if (data !== "pong") onFrame(JSON.parse(data) as LogFrame);
    });
    opened.addEventListener("close", ({ code }) => {
      stopBeating();
      if (isEnded) return;
      onConnection("lost");
      if (!isLetIn || code === sessionOver) onRefused();
      again = setTimeout(() => (socket = open()), pauseAfter(failures++, Math.random()));
    });
    return opened;
  }

  return {
    wants(next) {
      wanted = next;
      if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(asked(next)));
    },
    end() {
      isEnded = true;
      clearTimeout(again);
      socket.close();
    },
  };
}

function addressOf(filter: LogFilter): string {
  const address = new URL("/api/logs/live", globalThis.location.origin);
  address.protocol = address.protocol.replace("http", "ws");
  address.search = new URLSearchParams(asked(filter)).toString();
  return address.href;
}

/** A connection that nobody has ended may be dead all the same: who does not answer is given up. */
function beat(socket: WebSocket): () => void {
  let tooLate: ReturnType<typeof setTimeout> | undefined;
  const beats = setInterval(() => {
    if (socket.readyState !== WebSocket.OPEN) return;
    socket.send("ping");
    tooLate ??= setTimeout(() => socket.close(), patience);
  }, pingEvery);
  socket.addEventListener("message", () => {
    clearTimeout(tooLate);
    tooLate = undefined;
  });
  return () => {
    clearInterval(beats);
    clearTimeout(tooLate);
  };
}
