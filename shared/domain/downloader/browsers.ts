import * as z from "zod";

/** Headers of a request, by name. */
export const headerSet = z.record(
  z.string().regex(/^[\w-]{1,64}$/, "wants a header's name"),
  z.string().regex(/^[\x20-\x7e]{0,512}$/, "wants printable ASCII, in one line"),
);

/** What every browser says when somebody opens a page from nowhere. */
const opensPage = {
  "Accept-Language": "en-US,en;q=0.9",
  "Upgrade-Insecure-Requests": "1",
  "Sec-Fetch-Dest": "document",
  "Sec-Fetch-Mode": "navigate",
  "Sec-Fetch-Site": "none",
  "Sec-Fetch-User": "?1",
};

/** The platforms serve whole pages to desktop browsers alone: facts/downloader.md, 1.1 and 1.2. */
export const chrome: Readonly<Record<string, string>> = {
  ...opensPage,
  Accept: "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8",
  "User-Agent":
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36",
  "sec-ch-ua": '"Chromium";v="150", "Google Chrome";v="150", "Not_A Brand";v="24"',
  "sec-ch-ua-mobile": "?0",
  "sec-ch-ua-platform": '"Windows"',
};

export const firefox: Readonly<Record<string, string>> = {
  ...opensPage,
  Accept: "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
  "User-Agent": "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:150.0) Gecko/20100101 Firefox/150.0",
};
