import { type Found, refused } from "#domain/downloader/media";
import type { Platform } from "#domain/downloader/platform";
import type { Reason } from "#domain/downloader/reason";
import { Refusal } from "#domain/downloader/refusal";
import { mayDiffer } from "./first-answer.ts";
import { instagram } from "./instagram/provider.ts";
import type { Provider, Question } from "./provider.ts";
import { tiktok } from "./tiktok/provider.ts";
import { youtube } from "./youtube/provider.ts";

const natives: { readonly [Name in Platform]: Provider<Name> } = { tiktok, instagram, youtube };

/** Who can be asked besides the platforms themselves. */
export interface Wiring {
  readonly backEnd?: Provider | undefined;
}

/**
 * Looks for a post in the ways of the settings, one after another, until one knows it, or knows of it what no other way
 * would see otherwise. Whatever goes wrong is an answer too; of several the most hopeful one, with what every way said
 * in `detail`.
 */
export async function find<Name extends Platform>(question: Question<Name>, wiring: Wiring): Promise<Found> {
  const { settings, post } = question;
  if (!settings.enabled) return refused("platform-off", "switched off in its settings");
  // The cast: a question bears the settings of its post's platform.
  const ask = { native: natives[post.platform as Name], "back-end": wiring.backEnd };
  const troubles: Trouble[] = [];
  for (const way of settings.ways) {
    const provider = ask[way];
    const found = provider && (await answered(() => provider(question)));
    if (found?.is === "media" || (found && !mayDiffer(found.reason))) return found;
    if (found) troubles.push({ reason: found.reason, detail: `${way}: ${found.detail}` });
  }
  return mostHopeful(troubles);
}

interface Trouble {
  readonly reason: Reason;
  readonly detail: string;
}

async function answered(ask: () => Promise<Found>): Promise<Found> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof Refusal) return refused(error.code, error.message);
    throw error;
  }
}

/** What passes by itself is told before what does not: the download will be tried again. */
const byHope: readonly Reason[] = ["rate-limited", "bot-check", "unreachable", "login-required"];

function mostHopeful(troubles: readonly Trouble[]): Found {
  const [worst] = troubles;
  if (!worst) return refused("platform-off", "there is no way to look for it");
  const told = byHope.find((reason) => troubles.some((trouble) => trouble.reason === reason));
  return refused(told ?? worst.reason, troubles.map(({ detail }) => detail).join("; "));
}
