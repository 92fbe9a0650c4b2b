/** Settings as they are if nobody chooses; the shapes that say so are not for the page to carry, so a test compares. */
import type { MappingSettings } from "#domain/forwarder/mapping-settings";
import type { Mapping } from "../routes.ts";

export const defaults: MappingSettings = {
  mode: "copy",
  fallback: true,
  priority: "normal",
  silent: false,
  filters: {
    keywords: {
      include: [],
      exclude: [],
      order: "exclude-then-include",
      invertInclude: false,
      invertExclude: false,
    },
    media: { deny: [], otherwise: "discard" },
    size: { otherwise: "discard" },
    extensions: { deny: [], otherwise: "discard" },
    senders: { allow: [], deny: [] },
    links: "any",
    mentions: "any",
    reposts: "any",
    origins: { allow: [], deny: [] },
    automaticForwards: false,
  },
  transforms: [],
  linkPreview: "as-is",
  buttons: "keep",
  addButtons: [],
  edits: "sync",
  editsOtherwise: "ignore",
  editsRejected: "keep",
  replies: "keep",
  pins: false,
  protectedPosts: "skip",
  unsure: "again",
  dedup: { scope: "target", windowSeconds: 86_400, near: 0 },
  delaySeconds: 0,
  rereadSeconds: 0,
  timeZone: "Europe/Moscow",
};

const names = new Set([...Object.keys(defaults), "perMinute", "quietHours"]);

/** The settings among what is told of a mapping. The cast: they are told as readonly all the way down, and nobody changes them in place. */
export const settingsOf = (mapping: Mapping): MappingSettings =>
  Object.fromEntries(
    Object.entries(mapping).filter(([name]) => names.has(name)),
  ) as unknown as MappingSettings;
