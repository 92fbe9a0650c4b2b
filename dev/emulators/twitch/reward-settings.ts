import * as z from "zod";

const atLeastOne = z.int().min(1);

const settingSchema = z.object({
  title: z.string().min(1).max(45),
  cost: atLeastOne,
  prompt: z.string().max(200),
  is_enabled: z.boolean(),
  background_color: z.string().regex(/^#[0-9A-F]{6}$/i),
  is_user_input_required: z.boolean(),
  is_max_per_stream_enabled: z.boolean(),
  max_per_stream: atLeastOne.nullable(),
  is_max_per_user_per_stream_enabled: z.boolean(),
  max_per_user_per_stream: atLeastOne.nullable(),
  is_global_cooldown_enabled: z.boolean(),
  global_cooldown_seconds: atLeastOne.max(604_800).nullable(),
  is_paused: z.boolean(),
  should_redemptions_skip_request_queue: z.boolean(),
});

/** A reward's settings, under Helix's own names. */
export type RewardSettings = Readonly<z.infer<typeof settingSchema>>;

/** What a new reward must and may say, with Helix's limits. */
export const newRewardSchema = settingSchema.partial().required({ title: true, cost: true });
export const rewardChangesSchema = settingSchema.partial();

const usual: Omit<RewardSettings, "title" | "cost"> = {
  prompt: "",
  is_enabled: true,
  background_color: "#9147FF",
  is_user_input_required: false,
  is_max_per_stream_enabled: false,
  max_per_stream: null,
  is_max_per_user_per_stream_enabled: false,
  max_per_user_per_stream: null,
  is_global_cooldown_enabled: false,
  global_cooldown_seconds: null,
  is_paused: false,
  should_redemptions_skip_request_queue: false,
};

export function newSettings(given: z.infer<typeof newRewardSchema>): RewardSettings {
  return changedSettings({ ...usual, title: given.title, cost: given.cost }, given);
}

/** What is not named stays as it was. */
export function changedSettings(
  settings: RewardSettings,
  changes: z.infer<typeof rewardChangesSchema>,
): RewardSettings {
  const named = Object.entries(changes).filter(([, value]) => value !== undefined);
  return { ...settings, ...(Object.fromEntries(named) as Partial<RewardSettings>) };
}

/** A limit that is switched on needs its number: the name of the one that lacks it. */
export function missingNumber(settings: RewardSettings): string | undefined {
  const limits = [
    ["max_per_stream", settings.is_max_per_stream_enabled],
    ["max_per_user_per_stream", settings.is_max_per_user_per_stream_enabled],
    ["global_cooldown_seconds", settings.is_global_cooldown_enabled],
  ] as const;
  return limits.find(([number, enabled]) => enabled && settings[number] === null)?.[0];
}
