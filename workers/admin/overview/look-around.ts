import { accounts } from "../../watch/accounts.ts";
import { channels } from "../../watch/channels.ts";
import { downloads, figures, forwarderRoom, platforms } from "../../watch/queues.ts";
import { checkServices } from "../../watch/services.ts";
import type { Watched } from "../../watch/source.ts";
import { bots } from "../../watch/telegram.ts";

/** What was found out, where. */
export type Seen = Awaited<ReturnType<typeof lookAround>>;

/** Everybody is asked at once, and nobody waits for the slowest. What could not be found out is undefined. */
export async function lookAround(watched: Watched) {
  const [services_, channels_, accounts_, telegram, platforms_, forwarder, downloads_, figures_] =
    await Promise.all([
      checkServices(watched),
      channels.look(watched),
      accounts.look(watched),
      bots.look(watched),
      platforms.look(watched),
      forwarderRoom.look(watched),
      downloads.look(watched),
      figures.look(watched),
    ]);
  return {
    services: services_,
    channels: channels_,
    accounts: accounts_,
    telegram,
    platforms: platforms_,
    forwarder,
    downloads: downloads_,
    figures: figures_,
  };
}
