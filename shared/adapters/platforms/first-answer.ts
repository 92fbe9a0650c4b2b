import { type Found, refused } from "#domain/downloader/media";
import { kindOf, type Reason } from "#domain/downloader/reason";
import { Refusal } from "#domain/downloader/refusal";

/**
 * Asks in one way after another until one knows the post, or knows why it cannot be shown. If none does, the first one's
 * trouble is the answer: the ways are in the order of what they can tell.
 */
export async function firstAnswer(ways: readonly (() => Promise<Found>)[]): Promise<Found> {
  let trouble: Refusal | undefined;
  for (const ask of ways) {
    const found = await asked(ask);
    if (!(found instanceof Refusal)) return found;
    trouble ??= found;
  }
  if (!trouble) throw new Refusal("internal", "there is no way to ask");
  if (kindOf(trouble.code).blamesPlatform) throw trouble;
  return refused(trouble.code, trouble.message);
}

/** A Refusal is what another way may see otherwise. */
async function asked(ask: () => Promise<Found>): Promise<Found | Refusal> {
  try {
    const found = await ask();
    return found.is === "refused" && mayDiffer(found.reason)
      ? new Refusal(found.reason, found.detail)
      : found;
  } catch (error) {
    if (error instanceof Refusal) return mayDiffer(error.code) ? error : refused(error.code, error.message);
    throw error;
  }
}

/** Others are shown what one visitor is not: a wall of a login, or the address of a file that TikTok withholds. */
const depends = new Set<Reason>(["login-required", "no-video"]);

/** Whether it may be otherwise for whoever asks in another way. */
export const mayDiffer = (reason: Reason): boolean =>
  kindOf(reason).blamesPlatform === true || depends.has(reason);
