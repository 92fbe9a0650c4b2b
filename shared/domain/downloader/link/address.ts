/** What Taproom looks at in a URL that was parsed as browsers parse it (WHATWG); every `URL` is one. */
export interface Address {
  readonly href: string;
  readonly protocol: string;
  readonly username: string;
  readonly password: string;
  /** Lower case; IDN in punycode, percent-encoding undone, an IPv4 address in any notation as four numbers. */
  readonly hostname: string;
  /** Empty where it is the scheme's own. */
  readonly port: string;
  readonly pathname: string;
  readonly searchParams: { get(name: string): string | null };
}

// The rules see the language alone; this one word more is in every runtime, and pure.
declare const URL: { parse(text: string, base?: string): Address | null };

/** `base` is where a relative address was found. */
export const parseAddress = (text: string, base?: string): Address | null => URL.parse(text, base);

/** `/@user/video/1/` as `["@user", "video", "1"]`, with percent-encoding as it was written. */
export const segmentsOf = ({ pathname }: Address): readonly string[] =>
  pathname.split("/").filter((segment) => segment !== "");
