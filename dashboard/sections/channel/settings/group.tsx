import { useState } from "preact/hooks";
import { featureName } from "../../../channels/names.ts";
import { Badge } from "../../../parts/badge.tsx";
import { Icon } from "../../../parts/icon.tsx";
import type { Setting } from "../routes.ts";
import { say } from "../words.ts";
import type { Settings } from "./use-settings.ts";
import { SettingRow } from "./setting-row.tsx";

interface GroupProps {
  readonly name: string;
  readonly description: string;
  readonly settings: readonly Setting[];
  readonly form: Settings;
  /** It shows what was searched for. */
  readonly isOpen: boolean;
}

/** The settings of one feature; closed, it tells whether there is something of its own in it. */
export function Group({ name, description, settings, form, isOpen }: GroupProps) {
  const [wasOpened, setOpened] = useState(name === "channel");
  const own = settings.filter(({ isDefault }) => !isDefault).length;
  const unsaved = settings.filter(form.isChanged).length;
  return (
    <details
      class="card channel-group"
      open={isOpen || wasOpened}
      onToggle={({ currentTarget }) => isOpen || setOpened(currentTarget.open)}
    >
      <summary>
        <Icon name="down" />
        <div class="channel-group-name">
          <h2>{featureName(name)}</h2>
          <p class="hint">{description}</p>
        </div>
        {own > 0 && <Badge tone="accent">{say("channel-own-count", { count: own })}</Badge>}
        {unsaved > 0 && <Badge tone="warning">{say("channel-unsaved-in-group", { count: unsaved })}</Badge>}
      </summary>
      <div class="card-body">
        {settings.map((setting) => (
          <SettingRow key={setting.path} setting={setting} form={form} />
        ))}
      </div>
    </details>
  );
}
