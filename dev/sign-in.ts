export interface SigningIn {
  /** The product's origin. */
  readonly origin: string;
  readonly adminToken: string;
  /** Plays id.twitch.tv. */
  readonly world: (request: Request) => Promise<Response>;
}

/**
 * Connects an account as its owner would in a browser: asks the product where to go, agrees at Twitch, comes back.
 * So the embedded tokens take the same way as real ones.
 */
export async function signIn(
  { origin, adminToken, world }: SigningIn,
  account: "bot" | "broadcaster",
  userId: string,
) {
  const form = new URLSearchParams({ account, token: adminToken });
  const begun = await fetch(`${origin}/twitch/oauth/start`, {
    method: "POST",
    body: form,
    redirect: "manual",
  });
  // A browser may have been led to the world's own address; the page is the same.
  const { pathname, search } = new URL(location(begun, "The product does not begin the sign-in"));
  const consent = `https://id.twitch.tv${pathname}${search}&as=${userId}`;
  const agreed = await world(new Request(consent, { redirect: "manual" }));
  const cookie = begun.headers.get("Set-Cookie")?.split(";")[0] ?? "";
  const back = new URL(location(agreed, "Twitch does not agree"));
  const done = await fetch(`${origin}${back.pathname}${back.search}`, { headers: { cookie } });
  if (!done.ok) throw new Error(`The ${account} could not sign in: ${done.status} ${await done.text()}`);
}

function location(response: Response, problem: string): string {
  const to = response.headers.get("Location");
  if (!to) throw new Error(`${problem}: ${response.status}`);
  return to;
}
