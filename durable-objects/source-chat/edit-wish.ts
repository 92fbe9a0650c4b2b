import type { Wish } from "#adapters/database/forwarder/put-jobs";
import { filtered } from "#domain/forwarder/filters/filtered";
import type { NewJob, Work } from "#domain/forwarder/job";
import type { Mapping } from "#domain/forwarder/mapping";
import type { Message } from "#domain/forwarder/message";
import { plan } from "#domain/forwarder/plan";
import type { Post } from "#domain/forwarder/post";
import { editContentOf } from "#domain/forwarder/prints";
import { editStepFor } from "#domain/forwarder/edit-step";
import { hashOf } from "./hash-of.ts";
import { frameOf, keyOf, type Occasion, onwards, ownerOf, workOf } from "./job-frame.ts";

/** What an edited message of a post comes to. */
export async function wishOfEdit(
  post: Post,
  {
    key,
    message,
    hops,
    mappings,
  }: {
    readonly key: string;
    readonly message: Message;
    readonly hops: number;
    readonly mappings: readonly Mapping[];
  },
  occasion: Occasion,
): Promise<Wish> {
  const content = await hashOf(editContentOf(message));
  const jobs = mappings.map(async (mapping): Promise<NewJob[]> => {
    const work = editWork(post, { of: message.id, content }, mapping, occasion);
    if (!work) return [];
    const frame = await frameOf(post, mapping, occasion);
    return [
      {
        ...frame,
        key: `${keyOf(mapping, post)}:${key}`,
        work,
        prints: undefined,
        postKey: keyOf(mapping, post),
      },
    ];
  });
  return { owner: ownerOf(post), isOurs: hops > 0, jobs: (await Promise.all(jobs)).flat(), counts: [] };
}

function editWork(
  post: Post,
  edited: Pick<Extract<Work, { is: "edit" }>, "of" | "content">,
  mapping: Mapping,
  occasion: Occasion,
): Work | undefined {
  const { settings } = mapping;
  if (settings.edits === "ignore") return undefined;
  const decided = plan(post, mapping);
  const passed = filtered(post, settings.filters);
  if (decided.is === "discard" || passed.is === "discard")
    return settings.editsRejected === "delete" && passed.is === "discard"
      ? { is: "delete", covers: post.messages.map(({ id }) => id) }
      : undefined;
  const step =
    settings.edits === "sync" ? editStepFor(post, edited.of, settings, passed.droppedMedia) : undefined;
  return { is: "edit", ...edited, step, asPost: workOf(decided, onwards(post, mapping, occasion)) };
}
