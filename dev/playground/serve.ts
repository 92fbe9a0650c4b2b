/** The playground: the page at the world's port, on which people play a Twitch channel with Taproom's bot in it. */
import { bundlePage } from "./bundle-page.ts";
import { document, icon, pageHeaders } from "./document.ts";
import { forwardTo, type Product } from "./product.ts";

export type PlaygroundOptions = Product;

export async function servePlayground(
  options: PlaygroundOptions,
): Promise<(request: Request) => Promise<Response>> {
  const { script, style } = await bundlePage();
  const product = forwardTo(options);

  return async (request) => {
    const { pathname, searchParams } = new URL(request.url);
    switch (`${request.method} ${pathname}`) {
      case "GET /":
        return file(document, "text/html; charset=utf-8");
      case "GET /playground/page.js":
        return file(script, "text/javascript; charset=utf-8");
      case "GET /playground/page.css":
        return file(style, "text/css; charset=utf-8");
      case "GET /playground/icon.svg":
        return file(icon, "image/svg+xml");
      case "GET /playground/product":
        return product.look(searchParams.get("channel"));
      case "GET /playground/settings":
        return product.settings(searchParams.get("channel"));
      case "PUT /playground/settings":
        return product.settings(searchParams.get("channel"), await request.text());
      default:
        return Response.json({ error: `Nothing at ${request.method} ${pathname}` }, { status: 404 });
    }
  };
}

const file = (content: string, type: string) =>
  new Response(content, { headers: { ...pageHeaders, "Content-Type": type } });
