/** Helix writes seconds where EventSub writes nanoseconds. */
export function helixTime(moment: number): string {
  return new Date(moment).toISOString().replace(/\.\d+Z$/, "Z");
}
