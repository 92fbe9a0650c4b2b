import { jwtVerify, SignJWT } from "jose";
import * as z from "zod";
import type { Config } from "#kernel/config";

// Texts that travel through a browser, signed, so that nobody can slip in an account of his own.

export const account = z.enum(["bot", "broadcaster"]);

/** What is to be connected, and who wants it. */
const wish = z.object({ account, by: z.object({ id: z.string(), name: z.string() }) });
export type Wish = z.infer<typeof wish>;

/** A wish on its way over Twitch: the nonce is in a cookie of the browser that has begun. */
const state = wish.extend({ is: z.literal("state"), nonce: z.string() });
/** A wish on its way from the dashboard to here, which may be another site. */
const ticket = wish.extend({ is: z.literal("ticket") });

export const signState = (config: Config, claims: Wish & { readonly nonce: string }): Promise<string> =>
  signed(config, { is: "state", ...claims }, "10 minutes");

export const signTicket = (config: Config, claims: Wish): Promise<string> =>
  signed(config, { is: "ticket", ...claims }, "2 minutes");

/** undefined: forged, damaged or expired, which is all the same to whoever has to begin again. */
export const readState = (config: Config, text: string) => read(config, text, state);
export const readTicket = (config: Config, text: string) => read(config, text, ticket);

const signed = (config: Config, claims: z.infer<typeof state> | z.infer<typeof ticket>, lasts: string) =>
  new SignJWT(claims).setProtectedHeader({ alg: "HS256" }).setExpirationTime(lasts).sign(keyOf(config));

async function read<T>(config: Config, text: string, claims: z.ZodType<T>): Promise<T | undefined> {
  try {
    const { payload } = await jwtVerify(text, keyOf(config), { algorithms: ["HS256"] });
    return claims.parse(payload);
  } catch {
    return undefined;
  }
}

const keyOf = ({ ADMIN_TOKEN }: Config) => new TextEncoder().encode(`oauth state ${ADMIN_TOKEN.reveal()}`);
