import { ChannelPage } from "../../channels/channel-page.tsx";
import { Ledger } from "./ledger.tsx";
import { say } from "./words.ts";

export default function Redemptions() {
  return (
    <ChannelPage section="redemptions" intro={say("redemptions-intro")}>
      {(id) => <Ledger key={id} id={id} />}
    </ChannelPage>
  );
}
