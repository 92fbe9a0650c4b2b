import { useAnswer } from "../../api/use.ts";
import { featureName } from "../../channels/names.ts";
import { Badge } from "../../parts/badge.tsx";
import { Card } from "../../parts/card.tsx";
import { Form } from "../../parts/form.tsx";
import { SaveBar } from "../../parts/save-bar.tsx";
import { Told } from "../../parts/told.tsx";
import { channel, type Command } from "./routes.ts";
import { type Settings, useSettings } from "./settings/use-settings.ts";
import { inWords } from "./settings/said.ts";
import { SettingRow } from "./settings/setting-row.tsx";
import { say } from "./words.ts";
import "./settings/settings.css";
import "./channel.css";

/** What chat can say to the bot, for whom it is, and what it is called here. */
export function CommandsPage({ id }: { readonly id: string }) {
  const commands = useAnswer(channel.commands, { param: { id } });
  const form = useSettings(id);
  return (
    <Form changes onSend={form.save}>
      <Card title={say("channel-page-commands")}>
        <p class="hint">{say("channel-commands-hint")}</p>
        <Told answer={commands} lines={10}>
          {({ items }) =>
            items.map((command) => <OneCommand key={command.key} command={command} form={form} />)
          }
        </Told>
      </Card>
      <SaveBar {...form.unsaved} />
    </Form>
  );
}

function OneCommand({ command, form }: { readonly command: Command; readonly form: Settings }) {
  const { key, feature, names, description } = command;
  const setting = form.settings.find(({ path }) => path === `commands.${key}`);
  const about = (
    <span class="channel-command">
      <span>{inWords(description)}</span>
      <Badge>{featureName(feature)}</Badge>
      <Badge tone={command.for === "everyone" ? "good" : "accent"}>{say(`channel-for-${command.for}`)}</Badge>
    </span>
  );
  return setting && <SettingRow {...{ setting, form, about }} label={`!${names[0] ?? key}`} />;
}
