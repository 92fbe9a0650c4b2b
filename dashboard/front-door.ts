/** The Pages function: one origin for the page and for the Worker behind it. */
import { assetHeaders, pageHeaders } from "./headers.ts";

interface Fetcher {
  fetch(request: Request): Promise<Response>;
}

interface FrontDoorEnv {
  /** The files of the page. */
  readonly ASSETS: Fetcher;
  /** The Worker. */
  readonly TAPROOM: Fetcher;
}

const ofPage: ReadonlySet<string> = new Set(["/", "/index.html", "/robots.txt"]);

export default {
  /** What belongs to the page is served with its headers; everything else, sockets too, is the Worker's, untouched. */
  async fetch(request: Request, { ASSETS, TAPROOM }: FrontDoorEnv): Promise<Response> {
    const { pathname } = new URL(request.url);
    if (pathname.startsWith("/assets/")) return headed(await ASSETS.fetch(request), assetHeaders);
    return ofPage.has(pathname) ? headed(await ASSETS.fetch(request), pageHeaders) : TAPROOM.fetch(request);
  },
};

/** A file that is not there must not be remembered as not there. */
function headed(answer: Response, headers: Readonly<Record<string, string>>): Response {
  const told = new Response(answer.body, answer);
  // Pages lets everybody read its files.
  told.headers.delete("Access-Control-Allow-Origin");
  const usual = answer.status < 400 ? headers : pageHeaders;
  for (const [name, value] of Object.entries(usual)) told.headers.set(name, value);
  return told;
}
