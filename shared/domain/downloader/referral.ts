/** Free downloads for each newcomer who comes by somebody's link. */
export const bonusForReferral = 5;

/** What stands behind `?start=` in somebody's link for friends. */
export const referralParameter = (userId: string) => `ref_${userId}`;

/** Whose link it was; undefined when it is about something else. */
export const referrerOf = (startParameter: string): string | undefined =>
  /^ref_(\d{1,20})$/.exec(startParameter)?.[1];
