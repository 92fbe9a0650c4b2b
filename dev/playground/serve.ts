/** The playground: the page at the world's port, on which people play a Twitch channel and chats of Telegram with Taproom's bots in them. */
import { bundlePage } from "./bundle-page.ts";
import { document, icon, pageHeaders } from "./document.ts";
import { forwardToForwarder } from "./forwarder.ts";
import { forwardTo, type Product } from "./product.ts";
import { wallpaper } from "./wallpaper.ts";

export type PlaygroundOptions = Product;

export async function servePlayground(
  options: PlaygroundOptions,
): Promise<(request: Request) => Promise<Response>> {
  const { script, style } = await bundlePage();
  const product = forwardTo(options);
  const forwarder = forwardToForwarder(options);

  return async (request) => {
    const { pathname, searchParams } = new URL(request.url);
    const asked = (name: string) => searchParams.get(name);
    switch (`${request.method} ${pathname}`) {
      case "GET /":
        return file(document, "text/html; charset=utf-8");
      case "GET /playground/page.js":
        return file(script, "text/javascript; charset=utf-8");
      case "GET /playground/page.css":
        return file(style, "text/css; charset=utf-8");
      case "GET /playground/icon.svg":
        return file(icon, "image/svg+xml");
      case "GET /playground/wallpaper.svg":
        return file(wallpaper, "image/svg+xml");
      case "GET /playground/product":
        return product.look(asked("channel"));
      case "GET /playground/settings":
        return product.settings(asked("channel"));
      case "PUT /playground/settings":
        return product.settings(asked("channel"), await request.text());
      case "GET /playground/room":
        return product.room(asked("channel"));
      case "GET /playground/players":
        return product.players(asked("channel"), asked("language"));
      case "GET /playground/log":
        return product.log(asked("channel"), asked("level"), asked("text"));
      case "GET /playground/dead-letters":
        return product.deadLetters(asked("channel"));
      default:
        return (await forwarded(request, pathname)) ?? nothingAt(request, pathname);
    }
  };

  async function forwarded(request: Request, pathname: string): Promise<Response | undefined> {
    const [, what] = /^\/playground\/forwarder\/(.+)$/.exec(pathname) ?? [];
    return what === undefined ? undefined : forwarder(request, what);
  }
}

const nothingAt = ({ method }: Request, pathname: string) =>
  Response.json({ error: `Nothing at ${method} ${pathname}` }, { status: 404 });

const file = (content: string, type: string) =>
  new Response(content, { headers: { ...pageHeaders, "Content-Type": type } });
