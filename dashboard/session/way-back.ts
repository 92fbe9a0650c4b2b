/** What the address tells of somebody whom Twitch or Telegram has just led back here. */

/** Why somebody has not come in, or is in no more. */
export const obstacles = ["begin-again", "no-answer", "no-consent", "not-let-in", "over"] as const;
export type Obstacle = (typeof obstacles)[number];

export type WayBack =
  | { readonly is: "telegrams"; readonly state: string; readonly login: Readonly<Record<string, string>> }
  | { readonly is: "closed"; readonly why: Obstacle };

/** Undefined: nobody was led back. */
export function readWayBack({ search, hash }: Pick<URL, "search" | "hash">): WayBack | undefined {
  const asked = new URLSearchParams(search);
  const state = asked.get("telegram");
  if (state !== null) return saidByTelegram(state, hash);
  const told = asked.get("sign-in");
  if (told === null) return undefined;
  return { is: "closed", why: obstacles.find((known) => known === told) ?? "begin-again" };
}

/** Telegram puts what it has signed behind the #, where no server sees it: https://core.telegram.org/widgets/login */
function saidByTelegram(state: string, hash: string): WayBack {
  const result = new URLSearchParams(hash.slice(1)).get("tgAuthResult");
  // Whoever has thought better of it comes back with `false`.
  if (!result || result === "false") return { is: "closed", why: "no-consent" };
  try {
    const fields = Object.entries(JSON.parse(fromBase64Url(result)) as object);
    return {
      is: "telegrams",
      state,
      login: Object.fromEntries(fields.map(([name, value]) => [name, String(value)])),
    };
  } catch {
    // Damaged on its way: only Telegram can say it again.
    return { is: "closed", why: "begin-again" };
  }
}

const fromBase64Url = (text: string): string =>
  new TextDecoder().decode(
    Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (byte) => byte.charCodeAt(0)),
  );
