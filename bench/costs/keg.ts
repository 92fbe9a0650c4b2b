import { setTimeout as wait } from "node:timers/promises";
import type { TaproomProcess } from "../taproom-process.ts";
import { isAtRest, type Spending, spendingOn } from "./spending.ts";

const viewers = Array.from({ length: 60 }, (_, n) => {
  const login = `viewer_${n}`;
  return { id: String(200_000 + n), login, name: login, roles: [] };
});
const boars = viewers.slice(1, 21);
const hiders = viewers.slice(21, 26);
const fuseSeconds = 6;

/** What a keg costs that soaks fifty: sixty viewers in chat, twenty run as boars in vain, five hide in the trash. */
export async function spendOnKeg(taproom: TaproomProcess): Promise<Spending> {
  const { askProduct, askWorld } = taproom;
  // One boar more than will come, so that it bursts for certain.
  const keg = { fuseSeconds, boarsNeeded: boars.length + 1, victims: 50 };
  await askProduct("/api/channels/1001/settings", { keg });
  await askWorld("/twitch/chatters", { chatters: viewers });
  const redeem = (reward: string, { id }: { readonly id: string }) =>
    askWorld("/twitch/redeem", { reward, user: id });

  return await spendingOn(
    taproom,
    async () => {
      await redeem("keg", viewers[0] ?? { id: "" });
      await wait(1_000);
      for (const boar of boars) await redeem("boar", boar);
      for (const hider of hiders) await redeem("trash", hider);
      await wait(fuseSeconds * 1_000);
    },
    isAtRest,
  );
}

/** How many effects the rules asked for, as far as they can be seen from outside. */
export const effectsOf = ({ helix }: Spending): Readonly<Record<string, number>> => ({
  timeouts: helix["POST /helix/moderation/bans"] ?? 0,
  resolutions: helix["PATCH /helix/channel_points/custom_rewards/redemptions"] ?? 0,
  lines: helix["POST /helix/chat/messages"] ?? 0,
  "looks around": helix["GET /helix/chat/chatters"] ?? 0,
  // Its result, which goes to Postgres.
  records: 1,
});
