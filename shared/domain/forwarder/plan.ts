import { type FilterName, filtered } from "./filters/filtered.ts";
import { placeName } from "./chat.ts";
import type { Mapping } from "./mapping.ts";
import type { Message } from "./message.ts";
import { mostHops, type Post } from "./post.ts";
import type { Step } from "./step.ts";
import { stepsFor } from "./steps.ts";

/** Why a mapping does not carry a post: a filter's name, or something that no filter decides. */
export type Discard = FilterName | "topic" | "protected" | "too-many-hops" | "been-there" | "nothing-left";

/** What a mapping does with a post. */
export type Plan =
  | { readonly is: "discard"; readonly by: Discard }
  | {
      readonly is: "carry";
      readonly steps: readonly Step[];
      /** The source message that it answers. */
      readonly replyTo?: number;
    };

/** Puts a post to a mapping; without `target` it does not matter where that leads. */
export function plan(
  post: Post,
  { source, target, settings }: Pick<Mapping, "source" | "settings"> & Partial<Pick<Mapping, "target">>,
): Plan {
  const [first] = post.messages;
  if (!isInTopic(first, source.topic)) return { is: "discard", by: "topic" };
  if (post.hops > mostHops) return { is: "discard", by: "too-many-hops" };
  if (target && first.cameThrough?.includes(placeName(target))) return { is: "discard", by: "been-there" };
  if (first.isProtected && settings.protectedPosts === "skip") return { is: "discard", by: "protected" };
  const verdict = filtered(post, settings.filters);
  if (verdict.is === "discard") return verdict;
  const steps = stepsFor(post, settings, verdict.droppedMedia);
  if (steps.length === 0) return { is: "discard", by: "nothing-left" };
  const replyTo = settings.replies === "drop" ? undefined : first.replyTo?.id;
  return { is: "carry", steps, ...(replyTo !== undefined && { replyTo }) };
}

/** General, the topic 1, is not named in its messages. */
const isInTopic = ({ topicId }: Message, topic: number | undefined): boolean =>
  topic === undefined || topic === (topicId ?? 1);
