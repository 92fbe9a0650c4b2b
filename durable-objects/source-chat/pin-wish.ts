import type { Wish } from "#adapters/database/forwarder/put-jobs";
import { dueAt } from "#domain/forwarder/due";
import { type NewJob, rankOf } from "#domain/forwarder/job";
import type { Mapping } from "#domain/forwarder/mapping";
import type { Occasion } from "./job-frame.ts";

/** What a pinned message comes to. */
export function wishOfPin(
  chatId: string,
  { key, messageId }: { readonly key: string; readonly messageId: number },
  mappings: readonly Mapping[],
  { order, traceId }: Occasion,
): Wish {
  const jobs = mappings
    .filter(({ settings }) => settings.pins)
    .map(({ id, target, settings }): NewJob => ({
      key: `${id}:${chatId}:${key}:pin`,
      mappingId: id,
      sourceChat: chatId,
      sourceIds: [messageId],
      target,
      rank: rankOf(order, settings.priority),
      notBefore: dueAt(settings, order),
      work: { is: "pin", covers: [messageId] },
      content: "",
      prints: undefined,
      traceId,
    }));
  // What is pinned may be our own copy, and its pin goes on.
  return { owner: `${chatId}:${messageId}`, isOurs: true, jobs, counts: [] };
}
