import type { Notification } from "./notifications.ts";

/** Brings one notification to where it belongs; the status it is answered with. */
export async function deliver(url: string, { headers, body }: Notification): Promise<number> {
  const response = await fetch(url, { method: "POST", headers, body });
  await response.body?.cancel();
  return response.status;
}
