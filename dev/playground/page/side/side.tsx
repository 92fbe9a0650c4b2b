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
import { Ranks } from "../ranks/ranks.tsx";
import { Sleep } from "../sleep/sleep.tsx";
import { Stream } from "../sleep/stream.tsx";
import { type Tab, tab } from "../state/tab.ts";
import { panelId, Tabs, tabId } from "./tabs.tsx";

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
  return (
    <div class="column column-side">
      <Tabs />
      <div class="panel" id={panelId} role="tabpanel" aria-labelledby={tabId(tab.value)} data-tab={tab.value}>
        {panels[tab.value]()}
      </div>
    </div>
  );
}
