import { useState } from "preact/hooks";
import { useLocation } from "wouter-preact";
import { useAnswer, useChange } from "../../../api/use.ts";
import { language } from "../../../language/language.ts";
import { Button } from "../../../parts/button.tsx";
import { Card, Cards } from "../../../parts/card.tsx";
import { Empty } from "../../../parts/empty.tsx";
import { AreaField, SelectField, TextField } from "../../../parts/field.tsx";
import { Form } from "../../../parts/form.tsx";
import { Switch } from "../../../parts/switch.tsx";
import { Told } from "../../../parts/told.tsx";
import { Wrong } from "../../../parts/trouble.tsx";
import { nameOf } from "../names.ts";
import { type Mapping, mappings } from "../routes.ts";
import { messageOf, type Tried, triedKinds } from "./message.ts";
import { TrialResult } from "./trial-result.tsx";
import { say } from "./words.ts";
import "./tester.css";

const blank: Tried = { kind: "text", text: "", isRepost: false, fileName: "" };

/** What a mapping would make of a post; nothing is sent. */
export function Tester({ chosen }: { readonly chosen: string | undefined }) {
  const answer = useAnswer(mappings, { query: { limit: 500 } });
  return (
    <Told answer={answer}>
      {({ items: [first, ...others] }) =>
        first ? (
          <Bench all={[first, ...others]} mapping={others.find(({ id }) => String(id) === chosen) ?? first} />
        ) : (
          <Empty icon="swap">{say("tester-no-mappings")}</Empty>
        )
      }
    </Told>
  );
}

interface BenchProps {
  readonly all: readonly Mapping[];
  readonly mapping: Mapping;
}

function Bench({ all, mapping }: BenchProps) {
  const [, go] = useLocation();
  const [tried, setTried] = useState(blank);
  const edit = (part: Partial<Tried>) => setTried({ ...tried, ...part });
  const trial = useChange(mappings[":id"].test.$post, { refreshes: [], showsErrors: true });
  const send = () =>
    trial.mutate({
      param: { id: mapping.id },
      query: { language: language.value },
      json: { messages: [messageOf(tried)] },
    });
  return (
    <Cards>
      <Card title={say("tester-post")}>
        <Form onSend={send}>
          <SelectField
            label={say("tester-mapping")}
            value={String(mapping.id)}
            options={all.map((each) => ({ value: String(each.id), text: nameOf(each) }))}
            onChange={(id) => {
              trial.reset();
              go(`/tester/${id}`);
            }}
          />
          <SelectField
            label={say("tester-kind")}
            value={tried.kind}
            options={triedKinds.map((value) => ({ value, text: say(`tester-kind-${value}`) }))}
            onChange={(kind) => edit({ kind })}
          />
          {tried.kind === "document" && (
            <TextField
              label={say("tester-file-name")}
              value={tried.fileName}
              onChange={(fileName) => edit({ fileName })}
            />
          )}
          {tried.kind !== "sticker" && (
            <AreaField
              label={say("tester-text")}
              rows={6}
              value={tried.text}
              onChange={(text) => edit({ text })}
            />
          )}
          <Switch
            label={say("tester-repost")}
            on={tried.isRepost}
            onSwitch={(isRepost) => edit({ isRepost })}
          />
          <div class="form-foot">
            <Button type="submit" look="main" icon="play" pending={trial.isPending}>
              {say("tester-try")}
            </Button>
          </div>
        </Form>
      </Card>
      <Card title={say("tester-result")}>
        <div aria-live="polite">
          {trial.error ? (
            <Wrong error={trial.error} />
          ) : trial.data ? (
            <TrialResult trial={trial.data} text={tried.text} isOn={mapping.enabled} />
          ) : (
            <Empty icon="eye">{say("tester-hint")}</Empty>
          )}
        </div>
      </Card>
    </Cards>
  );
}
