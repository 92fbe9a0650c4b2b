import { useAnswer } from "../../api/use.ts";
import { explain } from "../../api/words.ts";
import { Cards } from "../../parts/card.tsx";
import { Page } from "../../parts/page.tsx";
import { Told } from "../../parts/told.tsx";
import { titleOf } from "../titles.ts";
import { Keys } from "./keys.tsx";
import { accounts } from "./routes.ts";
import { Telegram } from "./telegram.tsx";
import { Twitch } from "./twitch.tsx";
import { Variables } from "./variables.tsx";
import { say } from "./words.ts";
import "./accounts.css";

explain(["not-revoked"], () => ({ words: say("accounts-not-revoked") }));

export default function Accounts() {
  const answer = useAnswer(accounts, {}, { every: 60_000 });
  return (
    <Page title={titleOf("accounts")} intro={say("accounts-intro")}>
      <Told answer={answer} lines={10}>
        {({ twitch, telegram, pool, variables, keys }) => (
          <Cards>
            <Twitch accounts={twitch} />
            <Telegram bots={telegram} pool={pool} />
            <Variables variables={variables} />
            <Keys keys={keys} />
          </Cards>
        )}
      </Told>
    </Page>
  );
}
