import { useLocation, useRoute } from "wouter-preact";
import { ChannelPage } from "../../channels/channel-page.tsx";
import { Everybody } from "./everybody.tsx";
import { PlayerDialog } from "./player-dialog.tsx";
import { say } from "./words.ts";

/** Everybody who plays; the address names who is looked at closely. */
export default function Players() {
  const [, opened] = useRoute("/:player");
  const [, go] = useLocation();
  return (
    <ChannelPage section="players" intro={say("players-intro")}>
      {(id) => (
        <>
          <Everybody key={id} id={id} />
          {opened && <PlayerDialog id={id} player={opened.player} onClose={() => go("/")} />}
        </>
      )}
    </ChannelPage>
  );
}
