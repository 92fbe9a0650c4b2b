/**
 * The internet of a program that is no Worker, loaded before it by `node --import`: it asks the real hosts, and the dev
 * world answers. What is deployed at Cloudflare is the product on this machine.
 */
import { askOutside } from "../../through-world.ts";

const { TAPROOM_WORLD: world = "", TAPROOM_PRODUCT: product = "" } = process.env;
const nearby = globalThis.fetch;

globalThis.fetch = async (input, init = {}) => {
  const url = new URL(input instanceof Request ? input.url : input);
  if (/\.(workers|pages)\.dev$/.test(url.hostname))
    return nearby(new URL(url.pathname + url.search, product), init);
  const { body } = init;
  // A form says by itself what it is; a bare request does not.
  const form = body instanceof URLSearchParams ? { "content-type": "application/x-www-form-urlencoded" } : {};
  const headers = { ...form, ...Object.fromEntries(new Headers(init.headers)) };
  return askOutside(world, url.href, { ...init, headers, ...(body && { body: String(body) }) });
};
