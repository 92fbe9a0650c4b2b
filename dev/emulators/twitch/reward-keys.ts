/** Short names for rewards that people and stories often call. A reward without one is called by its title. */
const keys: ReadonlyMap<string, string> = new Map([
  ["вскрыть пивную кегу", "keg"],
  ["прибежать кабанчиком на пиво", "boar"],
  ["спрятаться в помойке", "trash"],
  ["очко", "twenty-one"],
  ["испытание пивом", "beer"],
]);

/** The short name for a reward that is made under this title; it keeps the name when it is renamed. */
export function keyOf(title: string): string | null {
  return keys.get(title.toLowerCase()) ?? null;
}
