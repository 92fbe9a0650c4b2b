/** The chats that the forwarder carries posts between, as the steps at the dashboard disturb them. */
import type { Stage } from "../stage.ts";
import { post } from "./world.ts";

interface Channel {
  readonly id: number;
  readonly title: string;
}

export const news: Channel = { id: -1_001_660_000_001, title: "Brewery news" };
export const regulars: Channel = { id: -1_001_660_000_002, title: "Regulars" };
export const nightShift: Channel = { id: -1_001_660_000_003, title: "Night shift" };

/** A channel where the bot may do everything. */
export const open = ({ taproom }: Stage, channel: Channel) =>
  post(taproom, "/telegram/chats", { ...channel, type: "channel", botRights: "administrator" });

export const publish = ({ taproom }: Stage, text: string) =>
  post(taproom, `/telegram/chats/${news.id}/posts`, { text });
