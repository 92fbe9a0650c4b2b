import { useChange } from "../../../api/use.ts";
import { channel, channels } from "../routes.ts";

/** Rewards are changed at Twitch. */
export const useRewardChange = (told: { readonly done: string; readonly showsErrors?: true }) =>
  useChange(channel.rewards[":reward"].$patch, { refreshes: [channels], ...told });
