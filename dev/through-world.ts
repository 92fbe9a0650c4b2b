import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { text } from "node:stream/consumers";

/** A request to the outside, handed to the world as to a proxy: the request line carries the whole URL. */
export async function askOutside(
  world: string,
  url: string,
  { method = "GET", headers, body }: RequestInit,
): Promise<Response> {
  const { hostname, port } = new URL(world);
  const asked = request({
    hostname,
    port,
    path: url,
    method,
    headers: Object.fromEntries(new Headers(headers)),
  });
  asked.end(body);
  const [answer] = (await once(asked, "response")) as [IncomingMessage];
  return new Response(await text(answer), { status: answer.statusCode ?? 0 });
}
