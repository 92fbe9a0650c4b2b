import type { ComponentChildren } from "preact";
import { TrafficList } from "../../bar/traffic-list.tsx";
import { Card } from "../../parts/card.tsx";
import { TabPanel, Tabs } from "../../parts/tabs.tsx";
import { texts } from "../../state/language.ts";
import { isBroken } from "../../state/outside.ts";
import { deadPosts, mappings } from "../state/product.ts";
import { type ForwarderTab, forwarderTab, forwarderTabs } from "../view.ts";
import { Costs } from "./costs.tsx";
import { Mappings } from "./mappings.tsx";
import { Panel } from "./panel.tsx";
import { Queue } from "./queue.tsx";
import { Trouble } from "./trouble.tsx";

const panels: Readonly<Record<ForwarderTab, () => ComponentChildren>> = {
  mappings: () => <Mappings />,
  panel: () => <Panel />,
  queue: () => (
    <>
      <Costs />
      <Queue />
      <Trouble />
    </>
  ),
  outside: () => (
    <Card name="bar" title={texts.value.traffic}>
      <TrafficList />
    </Card>
  ),
};

/** Beside the chats: the rules, the bot's panel, and what happens out of sight, one matter at a time. */
export function ForwarderSide() {
  const t = texts.value.forwarder;
  return (
    <div class="column column-side fw-side">
      <Tabs
        label={t.tabsHint}
        order={forwarderTabs}
        names={t.tabs}
        tab={forwarderTab}
        wantsAttention={wantsAttention}
      />
      <TabPanel name={forwarderTab.value}>{panels[forwarderTab.value]()}</TabPanel>
    </div>
  );
}

const wantsAttention = (name: ForwarderTab) =>
  (name === "queue" && (isBroken.value || deadPosts.value.length > 0)) ||
  (name === "mappings" && (mappings.value ?? []).some(({ trouble }) => trouble !== undefined));
