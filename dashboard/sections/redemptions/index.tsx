import { ChannelPage } from "../../channels/channel-page.tsx";
import { explain } from "../../api/words.ts";
import { Ledger } from "./ledger.tsx";
import { say } from "./words.ts";

const refusals = ["ended", "ending", "failed", "unknown"].map((why) => `redemption-${why}`);
explain(refusals, ({ code }) => ({ words: say(`redemptions-refused-${code}`) }));

export default function Redemptions() {
  return (
    <ChannelPage section="redemptions" intro={say("redemptions-intro")}>
      {(id) => <Ledger key={id} id={id} />}
    </ChannelPage>
  );
}
