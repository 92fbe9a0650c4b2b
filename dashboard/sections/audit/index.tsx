import { useState } from "preact/hooks";
import { useAnswer, useList } from "../../api/use.ts";
import { Card } from "../../parts/card.tsx";
import { Empty } from "../../parts/empty.tsx";
import { SelectField } from "../../parts/field.tsx";
import { More } from "../../parts/more.tsx";
import { Page } from "../../parts/page.tsx";
import { Told } from "../../parts/told.tsx";
import { iconOf } from "../icons.ts";
import { titleOf } from "../titles.ts";
import { type Area, areaNames, areas } from "./areas.ts";
import { ChangeShown } from "./change-shown.tsx";
import { audit, people } from "./routes.ts";
import { say } from "./words.ts";
import "./audit.css";

export default function Audit() {
  const [area, setArea] = useState<Area>("everything");
  const [who, setWho] = useState("");
  const everybody = useEverybody();
  const query = { limit: 50, ...(who && { who }), ...(area !== "everything" && { what: areas[area] }) };
  const list = useList(audit, { query }, { every: 30_000 });
  return (
    <Page title={titleOf("audit")} intro={say("audit-intro")}>
      <Card title={say("audit-latest")}>
        <div class="fields">
          <SelectField
            label={say("audit-who")}
            value={who}
            options={[
              { value: "", text: say("audit-anybody") },
              ...Array.from(everybody, ([value, text]) => ({ value, text })),
            ]}
            onChange={setWho}
          />
          <SelectField
            label={say("audit-what")}
            value={area}
            options={areaNames.map((value) => ({ value, text: say(`audit-area-${value}`) }))}
            onChange={setArea}
          />
        </div>
        <Told answer={list} lines={8}>
          {({ pages: parts }) => {
            const changes = parts.flatMap(({ items }) => items);
            if (changes.length === 0) return <Empty icon={iconOf("audit")}>{say("audit-empty")}</Empty>;
            return (
              <ol class="audit">
                {changes.map((change) => (
                  <ChangeShown key={change.id} change={change} names={everybody} />
                ))}
              </ol>
            );
          }}
        </Told>
        <More list={list} />
      </Card>
    </Page>
  );
}

/** Everybody by their id, who may have changed something or have been changed. */
function useEverybody(): ReadonlyMap<string, string> {
  const known = useAnswer(people, {});
  const names = known.data?.items.map(({ id, name }) => [id, name] as const) ?? [];
  return new Map([["token", say("audit-token")], ...names]);
}
