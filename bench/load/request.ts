import type { Notification } from "../notifications.ts";

/** A whole HTTP/1.1 request, ready to be written to a socket. */
export function toRequest({ host, pathname }: URL, { headers, body }: Notification): Buffer {
  const all = { Host: host, ...headers, "Content-Length": String(Buffer.byteLength(body)) };
  const head = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return Buffer.from([`POST ${pathname} HTTP/1.1`, ...head, "", body].join("\r\n"));
}
