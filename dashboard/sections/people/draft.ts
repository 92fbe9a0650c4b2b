/** What is filled in about somebody, and what it says. */
import type { Rights, Role } from "#domain/admin/rights";
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

const accounts: Readonly<Record<Place, RegExp>> = {
  twitch: /^\w{1,25}$/,
  telegram: /^\d{1,20}$/,
  name: /^[\w.-]{1,40}$/,
};

/** As people paste it: with an @, or the address of a channel. */
export const accountOf = (typed: string): string =>
  typed.trim().replace(/^(https?:\/\/)?((www\.)?twitch\.tv\/)?@?/i, "");

export const isAccount = ({ place, account }: Draft): boolean => accounts[place].test(accountOf(account));

export const placeOf = (id: string): Place | undefined => places.find((place) => id.startsWith(`${place}:`));
