/** What somebody fills in about a reward. */
import type { Reward } from "../routes.ts";

type AtTwitch = NonNullable<Reward["atTwitch"]>;

export interface Draft extends Pick<AtTwitch, "title" | "prompt" | "background" | "isEnabled"> {
  /** As it is typed. */
  readonly cost: string;
}

export const draftOf = ({ title, prompt, background, isEnabled, cost }: AtTwitch): Draft => ({
  title,
  prompt,
  background,
  isEnabled,
  cost: String(cost),
});

/** Twitch's own bounds: https://dev.twitch.tv/docs/api/reference/#update-custom-reward */
export const most = { title: 45, prompt: 200, cost: 2_147_483_647 } as const;

export const faultIn = ({ title, prompt, cost }: Draft): "title" | "prompt" | "cost" | undefined => {
  if (title.trim() === "" || title.trim().length > most.title) return "title";
  if (prompt.trim().length > most.prompt) return "prompt";
  return /^\d{1,10}$/.test(cost) && Number(cost) >= 1 && Number(cost) <= most.cost ? undefined : "cost";
};

/** Only what differs from what Twitch has. */
export function changeOf(draft: Draft, before: AtTwitch): Partial<AtTwitch> {
  const wanted = {
    ...draft,
    title: draft.title.trim(),
    prompt: draft.prompt.trim(),
    cost: Number(draft.cost),
  };
  return Object.fromEntries(
    Object.entries(wanted).filter(([name, value]) => value !== before[name as keyof AtTwitch]),
  );
}
