/** The pages of the sections: a page's script comes when it is wanted. */
import type { ComponentType } from "preact";
import type { Section } from "#domain/admin/rights";

type Load = () => Promise<{ readonly default: ComponentType }>;

export const pages: Readonly<Record<Section, Load>> = {
  overview: () => import("./overview/index.tsx"),
  channel: () => import("./channel/index.tsx"),
  players: () => import("./players/index.tsx"),
  redemptions: () => import("./redemptions/index.tsx"),
  forwarder: () => import("./forwarder/index.tsx"),
  downloads: () => import("./downloads/index.tsx"),
  logs: () => import("./logs/index.tsx"),
  console: () => import("./console/index.tsx"),
  accounts: () => import("./accounts/index.tsx"),
  people: () => import("./people/index.tsx"),
  audit: () => import("./audit/index.tsx"),
};
