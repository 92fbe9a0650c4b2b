/** The parts of the panel, as a moderator may be given them one by one. */
export const sections = [
  "overview",
  "channel",
  "players",
  "redemptions",
  "forwarder",
  "downloads",
  "logs",
  "console",
  "accounts",
  "people",
  "audit",
] as const;
export type Section = (typeof sections)[number];

/** What somebody may do in a section; whoever may change may see. */
export const degrees = ["see", "change"] as const;
export type Degree = (typeof degrees)[number];

/** What a moderator may; a section that is missing is closed. */
export type Rights = Readonly<Partial<Record<Section, Degree>>>;

export type Role = "owner" | "moderator";

/** Whoever can come in. `id` tells where they are known: `twitch:1001`, `telegram:7001`, `name:anna`, `token`. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  /** Of an owner they say nothing: an owner may everything. */
  readonly rights: Rights;
}

/** What has to be so before an operation is seen to: nothing, a session of anybody's, or a right. */
export type Need = "nothing" | "session" | readonly [Section, Degree];

/** Whoever holds these could give themselves everything else, so they are an owner's. */
const ownersAlone: ReadonlySet<Section> = new Set(["accounts", "people", "audit"]);
export const sectionsToGive = sections.filter((section) => !ownersAlone.has(section));

/** Whether somebody who has come in may do what needs this. */
export function may({ role, rights }: Person, need: Need): boolean {
  if (role === "owner" || typeof need === "string") return true;
  const [section, degree] = need;
  const given = ownersAlone.has(section) ? undefined : rights[section];
  return given === "change" || given === degree;
}
