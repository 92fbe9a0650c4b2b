/** Twitch: Helix, id.twitch.tv and EventSub, with everybody in chat. */
import { Hono } from "hono";
import { createDelivery } from "../../world/delivery.ts";
import type { Happenings } from "../../world/happenings.ts";
import type { Emulator } from "../emulator.ts";
import { createTwitchControl } from "./control.ts";
import type { User } from "./entities.ts";
import { createHelix } from "./helix.ts";
import { Notifications } from "./notifications.ts";
import { createOAuth } from "./oauth.ts";
import { PointBuckets } from "./point-buckets.ts";
import { RateWindow } from "./rate-window.ts";
import { Scene } from "./scene.ts";
import { Store } from "./store.ts";

/** Twitch's limits, where a bench has to go beyond them or a test wants to meet them. */
export interface TwitchLimits {
  readonly helixPointsPerMinute?: number;
  readonly chatLinesPer30Seconds?: number;
  /** Of one broadcaster. Twitch has such a limit and does not publish it; there is none unless it is named. */
  readonly bansPerMinute?: number;
}

export interface TwitchSettings {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Signs what is sent to the usual address before the product has subscribed. */
  readonly eventSubSecret: string;
  readonly broadcaster: User;
  readonly bot: User;
  readonly limits?: TwitchLimits;
  /** The waits between attempts to deliver, in milliseconds. */
  readonly retryWaits?: readonly number[];
  /** How long a line takes to come back as a notification. */
  readonly echoAfterMs?: number;
  /** Hears of every code and token handed out. */
  readonly onTokenIssued?: (token: string) => void;
}

export interface TwitchOptions extends TwitchSettings {
  readonly webhookOrigin: () => string;
  readonly happenings: Happenings;
  readonly now: () => number;
}

export interface Twitch {
  readonly emulators: readonly Emulator[];
  readonly control: Hono;
}

export function playTwitch(options: TwitchOptions): Twitch {
  const { happenings, now, limits, retryWaits, echoAfterMs = 0 } = options;
  const store = new Store(options);
  const delivery = createDelivery(retryWaits ? { waits: retryWaits } : {});
  const notifications = new Notifications({ ...options, store, delivery });
  const scene = new Scene({ store, notifications, happenings });
  const buckets = new PointBuckets(limits?.helixPointsPerMinute ?? 800, now);
  const chatLimit = new RateWindow(limits?.chatLinesPer30Seconds ?? 100, 30_000);
  const banLimit = new RateWindow(limits?.bansPerMinute ?? Infinity, 60_000);
  const helix = createHelix({ scene, notifications, buckets, chatLimit, banLimit, echoAfterMs });
  const id = createOAuth(store, options);

  const control = new Hono();
  control.route("/twitch", createTwitchControl(scene, notifications));
  // A browser cannot be led to id.twitch.tv here, but it can be led to the same page on the world's port.
  control.get("/oauth2/authorize", (c) => id.fetch(c.req.raw));

  return {
    control,
    emulators: [
      {
        service: "twitch",
        hosts: ["api.twitch.tv"],
        fetch: async (request) => helix.fetch(request),
        async reset() {
          delivery.cancel();
          store.forgetPeople();
          buckets.forget();
          chatLimit.forget();
          banLimit.forget();
        },
        async close() {
          delivery.cancel();
        },
      },
      { service: "twitch-id", hosts: ["id.twitch.tv"], fetch: async (request) => id.fetch(request) },
    ],
  };
}
