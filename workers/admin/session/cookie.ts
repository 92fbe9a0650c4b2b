import type { Context } from "hono";
import { deleteCookie, setCookie } from "hono/cookie";
import { sha256 } from "hono/utils/crypto";
import { livesFor } from "#domain/admin/session";
import type { DoorEnv } from "../../door.ts";

/** The prefix makes a browser refuse it over anything but HTTPS (or this machine), for another path, or from a subdomain. */
export const cookieName = "__Host-taproom";

// Lax: Twitch and Telegram lead people back here from another site, and they are to arrive signed in.
const manner = { path: "/", secure: true, httpOnly: true, sameSite: "Lax" } as const;

/** 256 bits that nobody guesses, as a cookie can hold them. */
export const newSecret = (): string =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");

/** What is kept instead of the cookie's value. */
export const keyOf = async (cookie: string): Promise<string> => String(await sha256(cookie));

export const giveCookie = (c: Context<DoorEnv>, value: string) =>
  setCookie(c, cookieName, value, { ...manner, maxAge: livesFor / 1_000 });

export const takeCookie = (c: Context<DoorEnv>) => deleteCookie(c, cookieName, manner);
