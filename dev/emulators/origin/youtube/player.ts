/** YouTube's InnerTube: a visitor's name, and the player, for the one client that needs neither token nor script. */
import * as z from "zod";
import type { PageFailure } from "../failures.ts";
import { fileNamed, type Media, sidesAt } from "../media.ts";
import { askPage, expiryOf, notFound, type Origin, type Site } from "../origin.ts";
import { isId } from "../post.ts";
import { addressOf, thumbnailHost, videoUrl } from "./cdn.ts";
import { mistrusted, playable, refusalOf } from "./playability.ts";

const asked = z.object({
  context: z.object({
    client: z.object({
      clientName: z.string(),
      clientVersion: z.string(),
      visitorData: z.string().optional(),
    }),
  }),
  videoId: z.string().optional(),
});

type Asked = z.infer<typeof asked>;

/** Both `www.youtube.com` and `youtubei.googleapis.com`. */
export const innerTube =
  (origin: Origin): Site =>
  async (request, { pathname }) => {
    if (request.method !== "POST" || !/^\/youtubei\/v1\/(visitor_id|player)$/.test(pathname))
      return notFound();
    const read = asked.safeParse(await request.json().catch(() => undefined));
    if (!read.success) return invalid("Request contains an invalid argument.");
    const { clientName } = read.data.context.client;
    if (pathname.endsWith("visitor_id"))
      return Response.json({ responseContext: { visitorData: visitorOf(origin, clientName) } });
    const { videoId } = read.data;
    if (videoId === undefined || !isId("youtube", videoId)) return invalid("Invalid videoId.");
    return play(origin, origin.store.media({ platform: "youtube", id: videoId }), request, read.data);
  };

function play(origin: Origin, media: Media, request: Request, { context }: Asked): Response {
  const failure = askPage(origin, media, "native");
  if (failure === "page-403") return new Response("Forbidden", { status: 403 });
  if (failure === "page-500") return new Response("Internal Server Error", { status: 500 });
  if (!isTrusted(origin, request, context.client)) return answer({ playabilityStatus: mistrusted });
  const refusal = failure && refusalOf(failure);
  if (refusal)
    return answer({ playabilityStatus: refusal, ...(refusal.status !== "ERROR" && detailsOf(media)) });
  const shown = failure === "too-long" ? { ...media, duration: 14_400 } : media;
  const details =
    failure === "other-video" ? detailsOf({ ...shown, id: "aQvGIIdgFDM" }) : detailsOf(shown, failure);
  return answer({
    playabilityStatus: { ...playable, playableInEmbed: true },
    ...details,
    ...(failure !== "no-video" && { streamingData: streamsOf(origin, shown, request, failure) }),
  });
}

const answer = (body: object) => Response.json({ responseContext: {}, ...body });
const invalid = (message: string) =>
  Response.json({ error: { code: 400, message, status: "INVALID_ARGUMENT" } }, { status: 400 });

/** A visitor's name holds for the client it was given to. */
const visitorOf = ({ links }: Origin, clientName: string) => `Cgt${links.sign("visitor", clientName)}%3D%3D`;

function isTrusted(origin: Origin, { headers }: Request, client: Asked["context"]["client"]): boolean {
  const visitor = client.visitorData ?? headers.get("X-Goog-Visitor-Id");
  return (
    client.clientName === "VISIONOS" &&
    headers.get("X-YouTube-Client-Name") === "101" &&
    visitor === visitorOf(origin, client.clientName)
  );
}

function detailsOf(media: Media, failure?: PageFailure) {
  const { id, title, author, duration } = media;
  const isLive = failure === "live";
  const thumbnails = [{ url: `https://${thumbnailHost}/vi/${id}/hqdefault.jpg`, width: 480, height: 360 }];
  return {
    videoDetails: {
      videoId: id,
      title,
      lengthSeconds: isLive ? "0" : String(duration),
      channelId: "UCembedded0000000000000A",
      shortDescription: "",
      thumbnail: { thumbnails },
      viewCount: "1234",
      author,
      isPrivate: false,
      isLiveContent: isLive,
      ...(isLive && { isLive: true }),
    },
  };
}

/** The numbers by which YouTube calls a picture in H.264 of a height. */
const itags: readonly (readonly [height: number, itag: number])[] = [
  [1_080, 137],
  [720, 136],
  [480, 135],
  [360, 134],
  [0, 133],
];

function streamsOf(origin: Origin, media: Media, request: Request, failure: PageFailure | undefined) {
  const expiry = expiryOf(origin, media, "native", 6);
  const file = (name: string, itag: number, more: object) => {
    const bytes = fileNamed(media, name)?.bytes ?? 0;
    const url = videoUrl(origin, { media, name, itag, expiry, address: addressOf(request) });
    return {
      itag,
      // Without addresses, everything has to come by YouTube's own protocol.
      ...(failure !== "upstream-changed" && { url }),
      ...more,
      bitrate: Math.floor((bytes * 8) / Math.max(1, media.duration)),
      contentLength: String(bytes),
      approxDurationMs: String(media.duration * 1_000),
      ...(failure === "drm" && { drmFamilies: ["FAIRPLAY"] }),
    };
  };
  const pictures = media.renditions.flatMap(({ height }) => {
    const itag = itags.find(([least]) => height >= least)?.[1] ?? 133;
    const shape = { ...sidesAt(height), fps: 30, qualityLabel: `${height}p` };
    return [
      file(`p${height}`, itag, { mimeType: 'video/mp4; codecs="avc1.640028"', ...shape }),
      file(`p${height}`, itag + 111, { mimeType: 'video/webm; codecs="vp9"', ...shape }),
    ];
  });
  const sound = file("sound", 140, { mimeType: 'audio/mp4; codecs="mp4a.40.2"', audioSampleRate: "44100" });
  const least = media.renditions.at(-1)?.height ?? 360;
  const whole = file(`v${least}`, 18, {
    mimeType: 'video/mp4; codecs="avc1.42001E, mp4a.40.2"',
    ...sidesAt(least),
    qualityLabel: `${least}p`,
  });
  return {
    expiresInSeconds: "21540",
    formats: media.muxed ? [whole] : [],
    adaptiveFormats: failure === "live" ? [] : [...pictures, sound],
    ...(failure === "live" && {
      hlsManifestUrl: "https://manifest.googlevideo.com/api/manifest/hls_variant/live",
    }),
    ...(failure === "upstream-changed" && {
      serverAbrStreamingUrl: "https://rr3---sn-4g5e6nsz.googlevideo.com/videoplayback?sabr=1",
    }),
  };
}
