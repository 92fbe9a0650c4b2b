/** The ordeal: what the next posts are like at their platform. The world makes them so before the link is sent. */
import { signal } from "@preact/signals";
import { post } from "../../ask.ts";
import { texts } from "../../state/language.ts";
import { announce, complain } from "../../state/notices.ts";
import type { MediaWish } from "../media-wish.ts";
import { type Ordeal, type Size, wishOf } from "../ordeals.ts";

export const ordeal = signal<Ordeal>("none");
export const size = signal<Size>(2);

export async function deliverTwice(): Promise<void> {
  const answer = await post("/qstash/twice");
  if (answer.ok) announce(texts.value.telegram.twiceHint);
  else complain(answer.why);
}

export async function prepare(wanted: MediaWish): Promise<void> {
  const wish = { ...wishOf(ordeal.value, size.value), ...wanted };
  // Every post is an ordinary one until somebody says otherwise.
  if (Object.keys(wish).length === 2) return;
  const answer = await post("/media", wish);
  if (!answer.ok) complain(answer.why);
}
