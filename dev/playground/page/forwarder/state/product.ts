/** The product: its mappings, its queue, and what it has given up. Nobody tells of them, so the page asks, but not while it counts what a post costs. */
import { computed, effect, signal, untracked } from "@preact/signals";
import type { DeadPost, Mapping, MappingChange, MappingsMade, QueueLook } from "../../../wire-forwarder.ts";
import { type Answer, get, patch, post, put, remove } from "../../ask.ts";
import { texts } from "../../state/language.ts";
import { announce, complain } from "../../state/notices.ts";
import { isProductUp } from "../../state/outside.ts";
import { place } from "../../state/place.ts";
import { forwarderTab } from "../view.ts";
import { isCounting } from "./journey.ts";

/** Nothing until the product has told. */
export const mappings = signal<readonly Mapping[] | undefined>();
export const queue = signal<QueueLook | undefined>();
export const deadPosts = signal<readonly DeadPost[]>([]);

const at = (what: string) => `/playground/forwarder/${what}`;

const pause = 1_500;
/** Somebody may change a mapping from elsewhere. */
const quietRounds = 8;
const isWatched = computed(() => place.value === "forwarder" && isProductUp.value === true);

export function watchForwarder(): void {
  effect(() => {
    void forwarderTab.value;
    if (isWatched.value) untracked(() => void look());
  });
  void lookAgain();
}

/** Whether a chat looks different since the last look: then a mapping may do so too. */
let isOutdated = true;

export function noteNews(): void {
  isOutdated = true;
}

async function lookAgain(round = 1): Promise<void> {
  const isWorthIt = isOutdated || forwarderTab.value === "queue" || round % quietRounds === 0;
  if (isWorthIt && isWatched.value && !globalThis.document.hidden && !isCounting()) await look();
  setTimeout(() => void lookAgain(round + 1), pause);
}

async function look(): Promise<void> {
  isOutdated = false;
  const looks = forwarderTab.value === "queue" ? [lookAtMappings(), lookAtQueue()] : [lookAtMappings()];
  await Promise.all(looks);
}

async function lookAtMappings(): Promise<void> {
  const answer = await get<{ readonly items: readonly Mapping[] }>(at("mappings"));
  if (answer.ok) mappings.value = answer.value.items;
}

async function lookAtQueue(): Promise<void> {
  const [lines, dead] = await Promise.all([
    get<QueueLook>(at("queue")),
    get<{ readonly items: readonly DeadPost[] }>(at("dead-letters")),
  ]);
  if (lines.ok) queue.value = lines.value;
  if (dead.ok) deadPosts.value = dead.value.items;
}

/** Makes a mapping between two rooms. */
export async function connect(source: string, target: string): Promise<boolean> {
  const answer = await put<MappingsMade>(at("mappings"), { sources: [source], targets: [target] });
  const isHeard = heard(answer);
  for (const { message } of answer.ok ? answer.value.skipped : []) complain(message);
  await lookAtMappings();
  return isHeard;
}

export async function change({ id }: Mapping, changed: MappingChange): Promise<void> {
  heard(await patch<Mapping>(at(`mappings/${id}`), changed));
  await lookAtMappings();
}

export async function disconnect({ id }: Mapping): Promise<void> {
  heard(await remove(at(`mappings/${id}`)));
  await lookAtMappings();
}

export async function retryAll(): Promise<void> {
  const answer = await post<{ readonly jobs: number }>(at("dead-letters/retry"));
  if (heard(answer) && answer.ok) announce(texts.value.forwarder.retried(answer.value.jobs));
  await lookAtQueue();
}

function heard(answer: Answer<unknown>): boolean {
  if (!answer.ok) complain(answer.why);
  return answer.ok;
}
