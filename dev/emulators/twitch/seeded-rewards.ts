import type { Reward } from "./entities.ts";
import { keyOf } from "./reward-keys.ts";
import { newSettings } from "./reward-settings.ts";

const seeds = [
  { title: "Вскрыть пивную кегу", cost: 5_000 },
  { title: "Прибежать кабанчиком на пиво", cost: 500 },
  { title: "Спрятаться в помойке", cost: 2_000 },
];

/** The rewards every channel begins with, as if our client id had made them: the product has to find its own again. */
export function seededRewards(broadcasterId: string, clientId: string): Reward[] {
  return seeds.map((settings) => {
    const key = keyOf(settings.title);
    return { id: `reward-${broadcasterId}-${key}`, key, clientId, settings: newSettings(settings) };
  });
}
