import * as z from "zod";

/** The body of `POST /`: cobalt refuses whatever else stands in it. Its defaults are filled in. */
export const cobaltQuestion = z.strictObject({
  url: z.string().min(1),
  videoQuality: z
    .enum(["max", "4320", "2160", "1440", "1080", "720", "480", "360", "240", "144"])
    .default("1080"),
  youtubeVideoCodec: z.enum(["h264", "av1", "vp9"]).default("h264"),
  youtubeVideoContainer: z.enum(["auto", "mp4", "webm", "mkv"]).default("auto"),
  downloadMode: z.enum(["auto", "audio", "mute"]).default("auto"),
  audioFormat: z.enum(["best", "mp3", "ogg", "wav", "opus"]).default("mp3"),
  audioBitrate: z.enum(["320", "256", "128", "96", "64", "8"]).default("128"),
  filenameStyle: z.enum(["classic", "pretty", "basic", "nerdy"]).default("basic"),
  alwaysProxy: z.boolean().default(false),
  allowH265: z.boolean().default(false),
  convertGif: z.boolean().default(true),
  tiktokFullAudio: z.boolean().default(false),
  localProcessing: z.enum(["disabled", "preferred", "forced"]).default("disabled"),
  disableMetadata: z.boolean().default(false),
  subtitleLang: z.string().max(32).optional(),
  youtubeDubLang: z.string().max(8).optional(),
  youtubeHLS: z.boolean().default(false),
  youtubeBetterAudio: z.boolean().default(false),
});

export type CobaltQuestion = z.infer<typeof cobaltQuestion>;
