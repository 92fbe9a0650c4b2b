import type { ComponentChildren } from "preact";
import { Bar } from "../bar/bar.tsx";
import { Health } from "../bot/health.tsx";
import { Log } from "../bot/log.tsx";
import { Beer } from "../games/beer.tsx";
import { Collectors } from "../games/collectors.tsx";
import { Table } from "../games/table.tsx";
import { Voteban } from "../games/voteban.tsx";
import { Redemptions } from "../happenings/redemptions.tsx";
import { Timeouts } from "../happenings/timeouts.tsx";
import { TabPanel, Tabs } from "../parts/tabs.tsx";
import { Ranks } from "../ranks/ranks.tsx";
import { Sleep } from "../sleep/sleep.tsx";
import { Stream } from "../sleep/stream.tsx";
import { isBroken, isTroubled } from "../state/outside.ts";
import { texts } from "../state/language.ts";
import { type Tab, tab, tabs } from "../state/tab.ts";

const panels: Readonly<Record<Tab, () => ComponentChildren>> = {
  events: () => (
    <>
      <Redemptions />
      <Timeouts />
    </>
  ),
  games: () => (
    <>
      <Table />
      <Voteban />
      <Collectors />
      <Beer />
    </>
  ),
  ranks: () => <Ranks />,
  sleep: () => (
    <>
      <Sleep />
      <Stream />
    </>
  ),
  bot: () => (
    <>
      <Health />
      <Log />
    </>
  ),
  outside: () => <Bar />,
};

/** Beside the chat: what comes of it all, one matter at a time. */
export function Side() {
  const t = texts.value;
  return (
    <div class="column column-side">
      <Tabs label={t.tabsHint} order={tabs} names={t.tabs} tab={tab} wantsAttention={wantsAttention} />
      <TabPanel name={tab.value}>{panels[tab.value]()}</TabPanel>
    </div>
  );
}

const wantsAttention = (name: Tab) =>
  (name === "outside" && isBroken.value) || (name === "bot" && isTroubled.value);
