/** @twurple/eventsub-http as its documentation starts it behind a proxy, unmanaged: it asks Twitch for nothing. */
import { Server } from "node:http";
import { EventSubHttpListener, ReverseProxyAdapter } from "@twurple/eventsub-http";
import { eventSubSecret } from "../notifications.ts";
import { serve } from "../servers/serve.ts";

/** Listens on this machine only, whatever it is told. */
class LoopbackServer extends Server {
  override listen(...told: unknown[]): this {
    return super.listen(0, "127.0.0.1", told.at(-1) as () => void);
  }
}

const server = new LoopbackServer();

class LoopbackAdapter extends ReverseProxyAdapter {
  override createHttpServer(): Server {
    return server;
  }
}

const listener = new EventSubHttpListener({
  managed: false,
  adapter: new LoopbackAdapter({ hostName: "taproom.test" }),
  secret: eventSubSecret,
  logger: { minLevel: "error" },
});

let handled = 0;
const { id } = listener.onChannelChatMessage("1001", "1002", () => {
  handled += 1;
});
serve(server, { path: `/event/${id}`, count: async () => handled });
listener.start();
