import { useState } from "preact/hooks";
import { featureName } from "../../../channels/names.ts";
import { Empty } from "../../../parts/empty.tsx";
import { Form } from "../../../parts/form.tsx";
import { SaveBar } from "../../../parts/save-bar.tsx";
import { Search } from "../../../parts/search.tsx";
import { Told } from "../../../parts/told.tsx";
import type { Setting } from "../routes.ts";
import { say } from "../words.ts";
import { Group } from "./group.tsx";
import { inWords } from "./said.ts";
import { type Settings, useSettings } from "./use-settings.ts";
import "./settings.css";

/** They have pages of their own. */
const elsewhere: ReadonlySet<string> = new Set([
  "commands",
  "sleep",
  "admins",
  "privileged",
  "privilegedVips",
]);
const isHere = ({ path, section }: Setting) => !elsewhere.has(path) && !elsewhere.has(section);

/** The settings of every game. */
export function SettingsPage({ id }: { readonly id: string }) {
  const form = useSettings(id);
  const [wanted, setWanted] = useState("");
  return (
    <>
      <Search label={say("channel-find-setting")} value={wanted} onSearch={setWanted} />
      <Form changes onSend={form.save}>
        <Told answer={form.answer} lines={10}>
          {({ sections }) => <Groups {...{ sections, form, wanted }} />}
        </Told>
        <SaveBar {...form.unsaved} />
      </Form>
    </>
  );
}

interface GroupsProps {
  readonly sections: readonly { readonly name: string; readonly description: Setting["description"] }[];
  readonly form: Settings;
  readonly wanted: string;
}

function Groups({ sections, form, wanted }: GroupsProps) {
  const found = form.settings.filter((setting) => isHere(setting) && isFound(setting, wanted));
  if (found.length === 0) return <Empty icon="search">{say("channel-no-such-setting")}</Empty>;
  return sections.map(({ name, description }) => {
    const settings = found.filter(({ section }) => section === name);
    return (
      settings.length > 0 && (
        <Group
          key={name}
          {...{ name, settings, form }}
          description={inWords(description)}
          isOpen={wanted !== ""}
        />
      )
    );
  });
}

function isFound({ path, section, description }: Setting, wanted: string): boolean {
  const words = [path, featureName(section), inWords(description)].join(" ").toLowerCase();
  return words.includes(wanted.trim().toLowerCase());
}
