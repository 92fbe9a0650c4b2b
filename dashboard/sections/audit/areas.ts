/** What one may look for: a part of the name of whatever was done. */
export const areas = {
  everything: "",
  people: "/api/people",
  sessions: "/api/sessions",
  accounts: "account",
  settings: "/settings",
  rewards: "/rewards",
  redemptions: "/redemptions",
  players: "/players",
  console: "/api/console",
  mappings: "mapping.",
  queue: "job.",
  downloads: "/api/downloads",
} as const;

export type Area = keyof typeof areas;
// The cast: these are its keys.
export const areaNames = Object.keys(areas) as readonly Area[];
