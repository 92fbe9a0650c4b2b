import { Chat } from "../chat/chat.tsx";
import { KegDrawing } from "../keg/keg-drawing.tsx";
import { Keg } from "../keg/keg.tsx";
import { Rewards } from "../rewards/rewards.tsx";
import { Side } from "../side/side.tsx";
import { channel } from "../state/channel.ts";
import { texts } from "../state/language.ts";
import { isWorldThere } from "../state/live.ts";
import { Header } from "./header.tsx";
import { LatestLine } from "./latest-line.tsx";
import { NoticeList } from "./notice-list.tsx";
import { view } from "./view.ts";
import { Views } from "./views.tsx";

export function App() {
  return (
    <>
      <Header />
      {isWorldThere.value === false && (
        <p class="world-gone" role="alert">
          {texts.value.worldGone}
        </p>
      )}
      {channel.value ? <Everything /> : <Loading />}
      <NoticeList />
    </>
  );
}

function Everything() {
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
      <Views />
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
