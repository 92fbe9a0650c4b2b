/** The sections of the panel: what each looks like in the navigation, and the script that shows it. */
import type { ComponentType } from "preact";
import type { Section } from "#domain/admin/rights";
import type { IconName } from "../parts/icon.tsx";

interface SectionPage {
  readonly icon: IconName;
  readonly load: () => Promise<{ readonly default: ComponentType }>;
}

export const pages: Readonly<Record<Section, SectionPage>> = {
  overview: { icon: "pulse", load: () => import("./overview/index.tsx") },
  channel: { icon: "keg", load: () => import("./channel/index.tsx") },
  players: { icon: "medal", load: () => import("./players/index.tsx") },
  redemptions: { icon: "star", load: () => import("./redemptions/index.tsx") },
  forwarder: { icon: "swap", load: () => import("./forwarder/index.tsx") },
  downloads: { icon: "video", load: () => import("./downloads/index.tsx") },
  logs: { icon: "list", load: () => import("./logs/index.tsx") },
  console: { icon: "terminal", load: () => import("./console/index.tsx") },
  accounts: { icon: "plug", load: () => import("./accounts/index.tsx") },
  people: { icon: "people", load: () => import("./people/index.tsx") },
  audit: { icon: "audit", load: () => import("./audit/index.tsx") },
};
