import type { User } from "../../../emulators/twitch/entities.ts";
import { findChatter, isBroadcaster, isOurBot } from "../state/channel.ts";
import { texts } from "../state/language.ts";

/** Drawn on a grid of 18, in white on the badge's colour. */
const drawings = {
  broadcaster: "M3 5.5h8v7H3zM12 8l3.5-2v6L12 10z",
  moderator: "M14.5 3.5 7 11l-2-.5-1.5 1.5 2 .5-2 2 1 1 2-2 .5 2L8.5 14 8 12l7-7z",
  vip: "M3 7l3-3h6l3 3-6 7.5z",
  subscriber: "M9 3l1.8 3.9 4.2.5-3.1 2.9.8 4.2L9 12.4l-3.7 2.1.8-4.2L3 7.4l4.2-.5z",
  bot: "M4 7h10v7H4zM8.3 3.5h1.4V7H8.3zM6 9h2v2H6zM10 9h2v2h-2z",
  taproom:
    "M4 6.5h7.5v8H4zM12 8h2.5v4.5H12zM4 6a2.2 2.2 0 0 1 1.5-2.8 2.5 2.5 0 0 1 4.5 0A2.2 2.2 0 0 1 11.5 6z",
} as const;

type BadgeName = keyof typeof drawings;

const order: readonly BadgeName[] = ["broadcaster", "taproom", "moderator", "vip", "subscriber", "bot"];

/** What somebody is in this channel, as Twitch shows it before the name. */
export function Badges({ user }: { readonly user: User }) {
  return badgesOf(user).map((badge) => <RoleBadge key={badge} role={badge} />);
}

export function RoleBadge({ role }: { readonly role: BadgeName }) {
  const name = texts.value.badges[role];
  return (
    <svg class={`badge badge-${role}`} viewBox="0 0 18 18" role="img" aria-label={name}>
      <title>{name}</title>
      <path d={drawings[role]} fill-rule="evenodd" />
    </svg>
  );
}

function badgesOf({ id }: User): readonly BadgeName[] {
  const roles: readonly string[] = findChatter(id)?.roles ?? [];
  return order.filter(
    (badge) =>
      roles.includes(badge) ||
      (badge === "broadcaster" && isBroadcaster(id)) ||
      (badge === "taproom" && isOurBot(id)),
  );
}
