import { randomInt } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:net";

/** Below those that a system gives away by itself, to outgoing connections and to whoever asks for any port. */
const [first, last] = [10_240, 32_767];

/**
 * A port of this machine that nobody listens on just now, chosen at random: until it is taken nobody else gets it but by
 * the same chance.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(first, last + 1);
    if (await isFree(port)) return port;
  }
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer().listen(port, "127.0.0.1");
  try {
    await once(server, "listening");
  } catch {
    return false;
  }
  server.close();
  await once(server, "close");
  return true;
}
