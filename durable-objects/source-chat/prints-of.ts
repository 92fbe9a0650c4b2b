import type { Mapping } from "#domain/forwarder/mapping";
import type { Post } from "#domain/forwarder/post";
import { contentOf, isTooShort, originOf, type Prints } from "#domain/forwarder/prints";
import { nearHashOf } from "#domain/forwarder/sim-hash";
import { hashOf } from "./hash-of.ts";

/** What tells a mapping whether it has carried a post before; undefined: it does not want to know. */
export async function printsOf(
  post: Post,
  { id, target, settings: { dedup } }: Mapping,
): Promise<Prints | undefined> {
  if (dedup.scope === "off") return undefined;
  const scopes = {
    mapping: `mapping:${id}`,
    target: `target:${target.chat}#${target.topic ?? 0}`,
    everywhere: "everywhere",
  };
  const near = dedup.near > 0 ? nearHashOf(post) : undefined;
  return {
    scope: scopes[dedup.scope],
    windowSeconds: dedup.windowSeconds,
    origin: originOf(post),
    ...(!isTooShort(post) && { content: await hashOf(contentOf(post)) }),
    ...(near && { near: { hash: near, most: dedup.near } }),
  };
}
