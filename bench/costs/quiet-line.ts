import { deliver } from "../deliver.ts";
import { signNotifications } from "../notifications.ts";
import type { TaproomProcess } from "../taproom-process.ts";
import { type Spending, spendingOn } from "./spending.ts";

export const lines = 1_000;

/** What lines of chat cost that trigger nothing. */
export async function spendOnQuietLines(taproom: TaproomProcess): Promise<Spending> {
  const notifications = signNotifications("chat line", lines);
  return await spendingOn(taproom, async () => {
    for (const notification of notifications) await deliver(taproom.door, notification);
  });
}
