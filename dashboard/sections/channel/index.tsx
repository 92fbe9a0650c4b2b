import { Redirect, Route, Switch } from "wouter-preact";
import { ChannelPage } from "../../channels/channel-page.tsx";
import { Tabs } from "../../parts/tabs.tsx";
import { openSections } from "../../session/presence.ts";
import { CommandsPage } from "./commands.tsx";
import { FailuresPage } from "./failures/index.tsx";
import { GamesPage } from "./games/index.tsx";
import { RewardsPage } from "./rewards/index.tsx";
import { RolesPage } from "./roles.tsx";
import { SettingsPage } from "./settings/index.tsx";
import { say } from "./words.ts";

const pages = {
  settings: SettingsPage,
  commands: CommandsPage,
  roles: RolesPage,
  rewards: RewardsPage,
  games: GamesPage,
  failures: FailuresPage,
} as const;

export default function Channel() {
  const open = Object.entries(pages).filter(([name]) => mayOpen(name));
  return (
    <ChannelPage section="channel" intro={say("channel-intro")}>
      {(id) => (
        <>
          <Tabs
            label={say("channel-pages")}
            tabs={open.map(([name]) => ({ path: `/${name}`, text: say(`channel-page-${name}`) }))}
          />
          <Switch>
            {open.map(([name, Shown]) => (
              <Route key={name} path={`/${name}`}>
                <Shown key={id} id={id} />
              </Route>
            ))}
            <Route>
              <Redirect to="/settings" replace />
            </Route>
          </Switch>
        </>
      )}
    </ChannelPage>
  );
}

/** What could not be done belongs to the redemptions, for whose points it is done. */
const mayOpen = (name: string) => name !== "failures" || openSections.value.includes("redemptions");
