import * as z from "zod";
import { amount, listOf, wholeAmount, wording } from "../loose.ts";

/** The parts that Taproom reads of what TikTok's page says of a post, as TikTok writes them: facts/downloader.md, 1.1. */

const address = z.object({
  UrlList: listOf(z.string()),
  DataSize: wholeAmount,
  Width: wholeAmount,
  Height: wholeAmount,
  UrlKey: wording,
});

const video = z.object({
  bitrateInfo: listOf(z.object({ PlayAddr: address, CodecType: wording, Bitrate: amount })),
  playAddr: wording,
  downloadAddr: wording,
  codecType: wording,
  size: wholeAmount,
  width: wholeAmount,
  height: wholeAmount,
  duration: amount,
  cover: wording,
  originCover: wording,
});

const image = z.object({
  imageURL: z.object({ urlList: listOf(z.string()) }),
  imageWidth: wholeAmount,
  imageHeight: wholeAmount,
});

export const item = z.object({
  id: z.coerce.string().optional().catch(undefined),
  desc: wording,
  author: z.object({ uniqueId: wording, nickname: wording }).catch({ uniqueId: "", nickname: "" }),
  isContentClassified: z.boolean().catch(false),
  video: video.optional().catch(undefined),
  imagePost: z
    .object({ images: listOf(image) })
    .optional()
    .catch(undefined),
  music: z.object({ playUrl: wording }).catch({ playUrl: "" }),
});

export type Item = z.output<typeof item>;
export type ItemVideo = z.output<typeof video>;

export const detail = z.object({
  statusCode: z.coerce.number().catch(0),
  statusMsg: wording,
  itemInfo: z
    .object({ itemStruct: item.optional().catch(undefined) })
    .optional()
    .catch(undefined),
});

export type Detail = z.output<typeof detail>;
