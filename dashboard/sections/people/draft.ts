/** What is filled in about somebody, and what it says. */
import type { Rights, Role } from "#domain/admin/rights";
import { isLogin } from "#domain/twitch/chatter";
import { loginOf } from "../../chatters/named.ts";
import { presets } from "./presets.ts";

/** Where somebody proves who they are. */
export const places = ["twitch", "telegram", "name"] as const;
export type Place = (typeof places)[number];

export interface Draft {
  readonly place: Place;
  /** Where they are known: their login at Twitch, their number at Telegram, or the name they sign in with. */
  readonly account: string;
  readonly name: string;
  /** Of whoever signs in with a name. */
  readonly password: string;
  readonly role: Role;
  readonly rights: Rights;
}

export const emptyDraft: Draft = {
  place: "twitch",
  account: "",
  name: "",
  password: "",
  role: "moderator",
  rights: presets.chat,
};

type Account = Pick<Draft, "place" | "account">;

const fits: Readonly<Record<Place, (account: string) => boolean>> = {
  twitch: isLogin,
  telegram: (id) => /^\d{1,20}$/.test(id),
  name: (name) => /^[\w.-]{1,40}$/.test(name),
};

export const accountOf = ({ place, account }: Account): string =>
  place === "twitch" ? loginOf(account) : account.trim();

export const isAccount = (draft: Account): boolean => fits[draft.place](accountOf(draft));

export const placeOf = (id: string): Place | undefined => places.find((place) => id.startsWith(`${place}:`));
