import { TrafficList } from "../bar/traffic-list.tsx";
import { Card } from "../parts/card.tsx";
import type { IconName } from "../parts/icon.tsx";
import { Views } from "../shell/views.tsx";
import { texts } from "../state/language.ts";
import { Bill } from "./bill/bill.tsx";
import { Trouble } from "./bill/trouble.tsx";
import { TelegramChat } from "./chat/chat.tsx";
import { People } from "./people/people.tsx";
import { type TelegramView, telegramView } from "./view.ts";

const views: Readonly<Record<TelegramView, IconName>> = { people: "people", messages: "chat", bill: "pulse" };

/** People, their chats with the downloader, and what each link costs. */
export function Telegram() {
  const t = texts.value;
  return (
    <>
      <main class="page tg-page" data-view={telegramView.value}>
        <div class="column column-people">
          <People />
          <Trouble />
        </div>
        <TelegramChat />
        <div class="column column-bill">
          <Bill />
          <Card name="bar" title={t.traffic}>
            <TrafficList />
          </Card>
        </div>
      </main>
      <Views icons={views} names={t.telegram.views} view={telegramView} />
    </>
  );
}
