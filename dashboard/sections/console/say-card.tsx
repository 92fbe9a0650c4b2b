import { useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { AreaField } from "../../parts/field.tsx";
import { Form } from "../../parts/form.tsx";
import { DeedShown } from "./deed-shown.tsx";
import { room } from "./routes.ts";
import { useDeed } from "./use-deed.ts";
import { say } from "./words.ts";

/** As much as the API takes; one line of chat has 500. */
const most = 2_000;

/** Says something in the bot's name. */
export function SayCard({ channel }: { readonly channel: string }) {
  const [text, setText] = useState("");
  const { wishFor, pending, told } = useDeed((key, wish) =>
    room.say.$post({ param: { id: channel }, json: { key, text: wish } }),
  );
  const left = most - text.trim().length;
  const isReady = left >= 0 && left < most;
  const send = () => isReady && !pending && wishFor(text.trim(), () => setText(""));
  return (
    <Card title={say("console-say")}>
      <Form changes onSend={send}>
        <div onKeyDown={(event) => event.key === "Enter" && (event.ctrlKey || event.metaKey) && send()}>
          <AreaField
            label={say("console-text")}
            rows={3}
            value={text}
            onChange={setText}
            hint={say("console-left", { left, used: most - left })}
            wrong={left < 0 ? say("console-too-long", { over: -left }) : undefined}
          />
        </div>
        <div class="form-foot">
          <Button type="submit" look="main" changes disabled={!isReady} pending={pending}>
            {say("console-say-it")}
          </Button>
          <span class="hint">{say("console-say-keys")}</span>
        </div>
      </Form>
      <DeedShown told={told} />
    </Card>
  );
}
