import type { Instant } from "#kernel/clock";
import { dueAt } from "#domain/forwarder/due";
import { rankOf, type Work } from "#domain/forwarder/job";
import type { Mapping } from "#domain/forwarder/mapping";
import type { Plan } from "#domain/forwarder/plan";
import { type Post, postId } from "#domain/forwarder/post";
import { editContentOf } from "#domain/forwarder/prints";
import { hashOf } from "./hash-of.ts";

/** When something arrived, and how the log calls it. */
export interface Occasion {
  readonly order: Instant;
  readonly traceId: string;
  /** Targets from which others carry on. */
  readonly onward: ReadonlySet<string>;
}

/** Whose prints they are. */
export const ownerOf = ({ messages: [first] }: Post): string => `${first.chatId}:${first.id}`;

/** Names a mapping's job of a post. */
export const keyOf = ({ id }: Mapping, post: Post): string =>
  `${id}:${post.messages[0].chatId}:${postId(post)}`;

/** What all jobs of a post have, whatever is done. */
export async function frameOf(post: Post, mapping: Mapping, { order, traceId }: Occasion) {
  return {
    mappingId: mapping.id,
    sourceChat: post.messages[0].chatId,
    sourceIds: post.messages.map(({ id }) => id),
    target: mapping.target,
    rank: rankOf(order, mapping.settings.priority),
    notBefore: dueAt(mapping.settings, order),
    content: (await Promise.all(post.messages.map((each) => hashOf(editContentOf(each))))).join(" "),
    traceId,
  };
}

/** What carrying a post is, by its plan. */
export const workOf = (
  { steps, replyTo }: Extract<Plan, { is: "carry" }>,
  goesOn?: Post,
): Extract<Work, { is: "post" }> => ({
  is: "post",
  steps,
  ...(replyTo !== undefined && { replyTo }),
  ...(goesOn && { goesOn }),
});

/** The post, where others carry on from the target. */
export const onwards = (post: Post, { target }: Mapping, { onward }: Occasion): Post | undefined =>
  onward.has(target.chat) ? post : undefined;
