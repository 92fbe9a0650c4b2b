import { Chat } from "../chat/chat.tsx";
import { Forwarder } from "../forwarder/forwarder.tsx";
import { KegDrawing } from "../keg/keg-drawing.tsx";
import { Keg } from "../keg/keg.tsx";
import { Rewards } from "../rewards/rewards.tsx";
import { Side } from "../side/side.tsx";
import type { IconName } from "../parts/icon.tsx";
import type { ComponentChildren } from "preact";
import { channel } from "../state/channel.ts";
import { texts } from "../state/language.ts";
import { isWorldThere } from "../state/live.ts";
import { type Place, place } from "../state/place.ts";
import { telegram } from "../telegram/state/telegram.ts";
import { Telegram } from "../telegram/telegram.tsx";
import { Header } from "./header.tsx";
import { LatestLine } from "./latest-line.tsx";
import { NoticeList } from "./notice-list.tsx";
import { type View, view } from "./view.ts";
import { Views } from "./views.tsx";

const views: Readonly<Record<View, IconName>> = { play: "keg", chat: "chat", side: "eye" };

export function App() {
  return (
    <>
      <Header />
      {isWorldThere.value === false && (
        <p class="world-gone" role="alert">
          {texts.value.worldGone}
        </p>
      )}
      {places[place.value]()}
      <NoticeList />
    </>
  );
}

const places: Readonly<Record<Place, () => ComponentChildren>> = {
  twitch: () => <TwitchPlace />,
  telegram: () => (telegram.value ? <Telegram /> : <Loading />),
  forwarder: () => (telegram.value ? <Forwarder /> : <Loading />),
};

function TwitchPlace() {
  if (!channel.value) return <Loading />;
  return (
    <>
      <main class="page" data-view={view.value}>
        <div class="column column-play">
          <Keg />
          <Rewards />
        </div>
        <Chat />
        <Side />
      </main>
      <LatestLine />
      <Views icons={views} names={texts.value.views} view={view} />
    </>
  );
}

function Loading() {
  return (
    <main class="loading">
      <KegDrawing mood="closed" heat={0} />
      <p role="status">{isWorldThere.value === undefined && texts.value.loading}</p>
    </main>
  );
}
