import * as z from "zod";
import { commonSettings } from "../common-settings.ts";

const line = z.string().regex(/^[\x20-\x7e]{1,512}$/, "wants printable ASCII, in one line");

/** An app of YouTube's, as it speaks to InnerTube: facts/downloader.md, 1.3. */
const client = z.strictObject({
  name: line,
  /** The number that goes with the name, in X-YouTube-Client-Name. */
  id: z.int().min(1).max(1_000),
  version: line,
  userAgent: line,
  /** Where the app asks. */
  host: z.enum(["www.youtube.com", "youtubei.googleapis.com"]).default("www.youtube.com"),
  /** What else the app tells of itself, beside its name and version. */
  device: z.record(z.string().regex(/^\w{1,64}$/), line).default({}),
});

export type YoutubeClient = z.infer<typeof client>;

/** The only app that is answered with plain addresses and asked for no attestation. */
const visionos: YoutubeClient = {
  name: "VISIONOS",
  id: 101,
  version: "1.02",
  userAgent:
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.5 Safari/605.1.15",
  host: "www.youtube.com",
  device: {
    deviceMake: "Apple",
    deviceModel: "RealityDevice17,1",
    osName: "visionOS",
    osVersion: "26.5.23O471",
  },
};

/** What can be changed of YouTube without a new release; every field has a default. */
export const youtubeSettings = z.strictObject({
  ...commonSettings,
  /**
   * YouTube mistrusts data centres, and gives sound and picture apart, which a Worker cannot put together: the back end
   * is the way, and `native` is tried only if it is named here.
   */
  ways: commonSettings.ways.unwrap().default(["back-end"]),
  /** Asked in this order, until one is told of the video. */
  clients: z.array(client).min(1).max(4).default([visionos]),
  /** A whole file at once comes slowly; so many bytes come at full speed. */
  rangeBytes: z.int().min(65_536).max(104_857_600).default(10_485_760),
});

export type YoutubeSettings = Readonly<z.infer<typeof youtubeSettings>>;
