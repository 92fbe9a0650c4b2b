import { Route, Switch } from "wouter-preact";
import { refusalCodes } from "#domain/forwarder/refusals/codes";
import { explain } from "../../api/words.ts";
import { Page } from "../../parts/page.tsx";
import { Tabs } from "../../parts/tabs.tsx";
import { titleOf } from "../titles.ts";
import { Bot } from "./bot/bot.tsx";
import { GivenUp } from "./given-up/given-up.tsx";
import { Mappings } from "./mappings/mappings.tsx";
import { OneMapping } from "./mappings/one-mapping.tsx";
import { Queue } from "./queue/queue.tsx";
import { Tester } from "./tester/tester.tsx";
import { saidOfRefusal } from "./refusals.ts";
import { say } from "./words.ts";
import "../../parts/rows.css";
import "./forwarder.css";

explain(refusalCodes, saidOfRefusal);

export default function Forwarder() {
  return (
    <Page title={titleOf("forwarder")} intro={say("forwarder-intro")}>
      <Tabs label={titleOf("forwarder")} tabs={tabs().map(([path, text]) => ({ path, text }))} />
      <Switch>
        <Route path="/mappings/:id">{({ id }) => <OneMapping key={id} id={id} />}</Route>
        <Route path="/tester/:id?">{({ id }) => <Tester chosen={id} />}</Route>
        <Route path="/queue" component={Queue} />
        <Route path="/given-up" component={GivenUp} />
        <Route path="/chats" component={Bot} />
        <Route component={Mappings} />
      </Switch>
    </Page>
  );
}

const tabs = () =>
  [
    ["/", say("forwarder-mappings")],
    ["/tester", say("forwarder-tester")],
    ["/queue", say("forwarder-queue")],
    ["/given-up", say("forwarder-given-up")],
    ["/chats", say("forwarder-chats")],
  ] as const;
