import { useId, useState } from "preact/hooks";
import { featureName } from "../../channels/names.ts";
import { language } from "../../language/language.ts";
import { Badge } from "../../parts/badge.tsx";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { TextField } from "../../parts/field.tsx";
import { Form } from "../../parts/form.tsx";
import { Search } from "../../parts/search.tsx";
import { commandsFor } from "./chosen-commands.ts";
import { DeedShown } from "./deed-shown.tsx";
import { type Command, type Room, room } from "./routes.ts";
import { useDeed } from "./use-deed.ts";
import { say } from "./words.ts";

/** Gives a command as if the broadcaster had typed it. */
export function CommandCard({ channel, told: known }: { readonly channel: string; readonly told: Room }) {
  const [typed, setTyped] = useState("");
  const [name, setName] = useState<string>();
  const [rest, setRest] = useState("");
  const chosen = known.commands.find(({ command }) => command === name);
  const isOn = ({ feature }: Command) => known.features.some((each) => each.feature === feature && each.isOn);
  const { wishFor, pending, told } = useDeed((key) =>
    room.commands[":command"].$post({ param: { id: channel, command: name ?? "" }, json: { key, rest } }),
  );
  const meant = commandsFor(typed, known.commands);
  const isReady = chosen !== undefined && isOn(chosen) && !known.stopped;
  return (
    <Card
      title={say("console-command")}
      aside={<Search label={say("console-search")} value={typed} onSearch={setTyped} />}
    >
      <Form changes onSend={() => isReady && !pending && wishFor(`${chosen.command} ${rest}`)}>
        <CommandList commands={meant} chosen={name} isOn={isOn} onChoose={setName} />
        <TextField
          label={say("console-rest")}
          hint={say("console-rest-hint")}
          value={rest}
          onChange={setRest}
        />
        <div class="form-foot">
          <Button type="submit" look="main" changes disabled={!isReady} pending={pending}>
            {say("console-do-it")}
          </Button>
          {chosen && <code>{`!${chosen.names[0] ?? chosen.command} ${rest}`.trim()}</code>}
          {known.stopped && <span class="hint">{say("console-stopped-hint")}</span>}
        </div>
      </Form>
      <DeedShown told={told} />
    </Card>
  );
}

interface CommandListProps {
  readonly commands: readonly Command[];
  readonly chosen: string | undefined;
  readonly isOn: (command: Command) => boolean;
  readonly onChoose: (command: string) => void;
}

function CommandList({ commands, chosen, isOn, onChoose }: CommandListProps) {
  const group = useId();
  if (commands.length === 0) return <p class="hint">{say("console-no-command")}</p>;
  return (
    <ul class="console-commands" aria-label={say("console-commands")}>
      {commands.map((each) => (
        <li key={each.command}>
          <label>
            <input
              type="radio"
              name={group}
              checked={each.command === chosen}
              disabled={!isOn(each)}
              onChange={() => onChoose(each.command)}
            />
            <span>
              <code>{each.names.map((name) => `!${name}`).join(" ")}</code>{" "}
              <Badge>{featureName(each.feature)}</Badge>{" "}
              {!isOn(each) && <Badge tone="warning">{say("console-off")}</Badge>}
              <span class="hint"> {each.description[language.value]}</span>
            </span>
          </label>
        </li>
      ))}
    </ul>
  );
}
