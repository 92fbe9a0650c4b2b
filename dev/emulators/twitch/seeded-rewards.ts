import type { Reward } from "./entities.ts";
import { newSettings } from "./reward-settings.ts";

const seeds = [
  { key: "keg", title: "Вскрыть пивную кегу", cost: 5_000 },
  { key: "boar", title: "Прибежать кабанчиком на пиво", cost: 500 },
  { key: "trash", title: "Спрятаться в помойке", cost: 2_000 },
];

/** The rewards every channel begins with, as if our client id had made them. */
export function seededRewards(broadcasterId: string, clientId: string): Reward[] {
  return seeds.map(({ key, ...settings }) => ({
    id: `reward-${broadcasterId}-${key}`,
    key,
    clientId,
    settings: newSettings(settings),
  }));
}
