import { useChange } from "../../../api/use.ts";
import { toast } from "../../../parts/toast.tsx";
import { channel, channels } from "../routes.ts";
import { refusalOf } from "./refusal.ts";

/** Rewards are changed at Twitch, which has its own reasons to say no. */
const atTwitch = { refreshes: [channels], showsErrors: true } as const;
export const tellRefusal = (error: Error) => toast(refusalOf(error.message), "bad");

export const useRewardChange = () => useChange(channel.rewards[":reward"].$patch, atTwitch);
export const useRewardCreation = () => useChange(channel.rewards[":reward"].$post, atTwitch);
