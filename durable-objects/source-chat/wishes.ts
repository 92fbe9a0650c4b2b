import type { Instant } from "#kernel/clock";
import type { Wish } from "#adapters/database/forwarder/put-jobs";
import { dueAt } from "#domain/forwarder/due";
import { filtered } from "#domain/forwarder/filters/filtered";
import { type NewJob, rankOf, type Work } from "#domain/forwarder/job";
import type { Mapping } from "#domain/forwarder/mapping";
import type { Message } from "#domain/forwarder/message";
import { type Discard, type Plan, plan } from "#domain/forwarder/plan";
import { isAlbum, type Post, postId } from "#domain/forwarder/post";
import { contentOf, editContentOf, isTooShort, originOf, type Prints } from "#domain/forwarder/prints";
import { nearHashOf } from "#domain/forwarder/sim-hash";
import { editStepFor } from "#domain/forwarder/steps";
import { album, discarded, duplicate } from "#domain/forwarder/tally";

/** When something arrived, and how the log calls it. */
export interface Occasion {
  readonly order: Instant;
  readonly traceId: string;
  /** Targets from which others carry on. */
  readonly onward: ReadonlySet<string>;
}

/** What a room wants of Postgres, and which mappings turned something away. */
export interface Wished {
  readonly wish: Wish;
  readonly discards: readonly { readonly mapping: Mapping; readonly by: Discard }[];
}

/** What a post comes to. */
export async function wishOfPost(
  post: Post,
  mappings: readonly Mapping[],
  occasion: Occasion,
): Promise<Wished> {
  const plans = mappings.map((mapping) => ({ mapping, plan: plan(post, mapping) }));
  const jobs = await Promise.all(plans.map((each) => jobsOf(post, each, occasion)));
  const discards = plans.flatMap(({ mapping, plan: { ...decided } }) =>
    decided.is === "discard" ? [{ mapping, by: decided.by }] : [],
  );
  const [once, twice] = firstInPlace(jobs.flat());
  const counts = [
    ...discards.map(({ mapping, by }) => discarded(mapping.id, by)),
    ...twice.map(({ mappingId, prints }) => duplicate(mappingId, prints.scope)),
    ...(isAlbum(post) ? mappings.map(({ id }) => album(id, post.messages.length)) : []),
  ];
  return { wish: { owner: ownerOf(post), isOurs: post.hops > 0, jobs: once, counts }, discards };
}

/** Of two mappings that lead to one place, such as one of a topic and one of its whole chat, the first one carries the post. */
function firstInPlace(jobs: readonly NewJob[]) {
  const seen = new Set<string>();
  const once: NewJob[] = [];
  const twice: (NewJob & { readonly prints: Prints })[] = [];
  for (const job of jobs) {
    const { prints, target } = job;
    const place = prints && `${prints.scope} ${target.chat}#${target.topic ?? 0}`;
    if (prints && place && seen.has(place)) twice.push({ ...job, prints });
    else once.push(job);
    if (place) seen.add(place);
  }
  return [once, twice] as const;
}

const ownerOf = ({ messages: [first] }: Post): string => `${first.chatId}:${first.id}`;

interface Planned {
  readonly mapping: Mapping;
  readonly plan: Plan;
}

async function jobsOf(
  post: Post,
  { mapping, plan: decided }: Planned,
  occasion: Occasion,
): Promise<NewJob[]> {
  if (decided.is === "discard") return [];
  const job: NewJob = {
    ...(await frameOf(post, mapping, occasion)),
    key: keyOf(mapping, post),
    work: workOf(decided, onwards(post, mapping, occasion)),
    prints: await printsOf(post, mapping),
  };
  const parent = mapping.settings.replies === "bring" ? post.messages[0].replyTo?.message : undefined;
  return parent ? [...(await parentOf(parent, mapping, occasion)), job] : [job];
}

/** The answered post, unless it stands in the target already. */
async function parentOf(parent: Message, mapping: Mapping, occasion: Occasion): Promise<NewJob[]> {
  const post: Post = { messages: [parent], hops: 0 };
  const decided = plan(post, mapping);
  if (decided.is === "discard") return [];
  const frame = await frameOf(post, mapping, occasion);
  return [
    { ...frame, key: keyOf(mapping, post), work: workOf(decided), prints: undefined, unlessLinked: true },
  ];
}

const workOf = (
  { steps, replyTo }: Extract<Plan, { is: "carry" }>,
  goesOn?: Post,
): Extract<Work, { is: "post" }> => ({
  is: "post",
  steps,
  ...(replyTo !== undefined && { replyTo }),
  ...(goesOn && { goesOn }),
});

const onwards = (post: Post, { target }: Mapping, { onward }: Occasion): Post | undefined =>
  onward.has(target.chat) ? post : undefined;

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

const keyOf = ({ id }: Mapping, post: Post): string => `${id}:${post.messages[0].chatId}:${postId(post)}`;

async function frameOf(post: Post, mapping: Mapping, { order, traceId }: Occasion) {
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

async function printsOf(
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

async function hashOf(text: string): Promise<string> {
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
