/** What browsers are told beside the files of the page. */

/** Nothing from elsewhere is run, and what viewers type can never become a script. Pictures are those of Twitch and Telegram. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  // Also says yes to the sockets of this origin.
  "connect-src 'self'",
  "img-src 'self' data: https://static-cdn.jtvnw.net https://t.me",
  "font-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join("; ");

type Headers = Readonly<Record<string, string>>;

const always: Headers = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
  "Cross-Origin-Resource-Policy": "same-origin",
};

/** Of the page itself: the next deployment brings another one, which names other files. */
export const pageHeaders: Headers = {
  ...always,
  "Content-Security-Policy": contentSecurityPolicy,
  "Cross-Origin-Opener-Policy": "same-origin",
  "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
  "Cache-Control": "no-store",
};

/** Of files that carry a hash of their content in their name. */
export const assetHeaders: Headers = { ...always, "Cache-Control": "public, max-age=31536000, immutable" };
