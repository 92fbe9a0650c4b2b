/** The front door of the dev world: a browser that is sent to Twitch or Telegram finds the world's page instead. */
import frontDoor from "../dashboard/front-door.ts";

type Environment = Parameters<typeof frontDoor.fetch>[1] & {
  /** Where the world is. */
  readonly WORLD: string;
};

/** Hosts whose pages the world shows at its own address, under the same path. */
const played: ReadonlySet<string> = new Set(["id.twitch.tv", "oauth.telegram.org"]);

export default {
  async fetch(request: Request, environment: Environment): Promise<Response> {
    const answer = await frontDoor.fetch(request, environment);
    const to = answer.headers.get("Location");
    if (to === null || !URL.canParse(to) || !played.has(new URL(to).host)) return answer;
    const led = new Response(answer.body, answer);
    const { pathname, search } = new URL(to);
    led.headers.set("Location", environment.WORLD + pathname + search);
    return led;
  },
};
