import type { Section } from "#domain/admin/rights";
import type { IconName } from "../parts/icon.tsx";

const icons: Readonly<Record<Section, IconName>> = {
  overview: "pulse",
  channel: "keg",
  players: "medal",
  redemptions: "star",
  forwarder: "swap",
  downloads: "video",
  logs: "list",
  console: "terminal",
  accounts: "plug",
  people: "people",
  audit: "audit",
};

/** What a section looks like. */
export const iconOf = (section: Section): IconName => icons[section];
