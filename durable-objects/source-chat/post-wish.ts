import type { Wish } from "#adapters/database/forwarder/put-jobs";
import type { NewJob } from "#domain/forwarder/job";
import type { Mapping } from "#domain/forwarder/mapping";
import type { Message } from "#domain/forwarder/message";
import { type Discard, type Plan, plan } from "#domain/forwarder/plan";
import { isAlbum, type Post } from "#domain/forwarder/post";
import type { Prints } from "#domain/forwarder/prints";
import { album, discarded, duplicate } from "#domain/forwarder/tally";
import { frameOf, keyOf, type Occasion, onwards, ownerOf, workOf } from "./job-frame.ts";
import { printsOf } from "./prints-of.ts";

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
