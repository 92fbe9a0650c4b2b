/** The channel's settings, as the product keeps them. */
import { signal } from "@preact/signals";
import type { ChannelSettings, SettingsChange } from "../../wire.ts";
import { get, put } from "../ask.ts";
import { channel } from "./channel.ts";
import { complain } from "./notices.ts";

/** Nothing until the product has told them. */
export const settings = signal<ChannelSettings | undefined>();

const path = (channelId: string) => `/playground/settings?channel=${channelId}`;

export async function fetchSettings(): Promise<void> {
  if (!channel.value) return;
  const answer = await get<ChannelSettings>(path(channel.value.broadcaster.id));
  if (answer.ok) settings.value = answer.value;
}

export async function changeSettings(change: SettingsChange): Promise<void> {
  if (!channel.value) return;
  const answer = await put<ChannelSettings>(path(channel.value.broadcaster.id), change);
  if (answer.ok) settings.value = answer.value;
  else complain(answer.why);
}
