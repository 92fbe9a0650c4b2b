import { useAnswer } from "../../api/use.ts";
import { Card } from "../../parts/card.tsx";
import { Facts } from "../../parts/facts.tsx";
import { Form } from "../../parts/form.tsx";
import { SaveBar } from "../../parts/save-bar.tsx";
import { Told } from "../../parts/told.tsx";
import { channel, type Setting } from "./routes.ts";
import { type Settings, useSettings } from "./settings/use-settings.ts";
import { SettingRow } from "./settings/setting-row.tsx";
import { say } from "./words.ts";
import "./settings/settings.css";

const roles: ReadonlySet<string> = new Set(["admins", "privileged", "privilegedVips"]);
const audiences = ["everyone", "privileged", "admins"] as const;

/** When the bot sleeps, and who may what. */
export function RolesPage({ id }: { readonly id: string }) {
  const form = useSettings(id);
  return (
    <Form changes onSend={form.save}>
      <Some title={say("channel-sleep")} form={form} isIn={({ section }) => section === "sleep"} />
      <Some title={say("channel-roles")} form={form} isIn={({ path }) => roles.has(path)} />
      <WhoMayWhat id={id} />
      <SaveBar {...form.unsaved} />
    </Form>
  );
}

interface SomeProps {
  readonly title: string;
  readonly form: Settings;
  readonly isIn: (setting: Setting) => boolean;
}

function Some({ title, form, isIn }: SomeProps) {
  return (
    <Card title={title}>
      <Told answer={form.answer} lines={5}>
        {({ items }) =>
          items.filter(isIn).map((setting) => <SettingRow key={setting.path} setting={setting} form={form} />)
        }
      </Told>
    </Card>
  );
}

/** The commands by who is heard. */
function WhoMayWhat({ id }: { readonly id: string }) {
  const answer = useAnswer(channel.commands, { param: { id } });
  return (
    <Card title={say("channel-who-may-what")}>
      <Told answer={answer}>
        {({ items }) => (
          <Facts
            facts={audiences.map((audience) => [
              say(`channel-for-${audience}`),
              items
                .filter((command) => command.for === audience)
                .map(({ names }) => `!${names[0]}`)
                .join(" "),
            ])}
          />
        )}
      </Told>
      <p class="hint">{say("channel-who-may-what-hint")}</p>
    </Card>
  );
}
