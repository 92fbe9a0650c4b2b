import { Link } from "wouter-preact";
import { useChange } from "../../../api/use.ts";
import { Badge } from "../../../parts/badge.tsx";
import { Moment } from "../../../parts/moment.tsx";
import { Switch } from "../../../parts/switch.tsx";
import { say as sayPart } from "../../../parts/words.ts";
import { nameOf, pathOf, troubleOf } from "../names.ts";
import { type Mapping, mappings } from "../routes.ts";
import { isUnsaved } from "../settings/use-mapping-form.ts";
import { say } from "./words.ts";

/** A mapping in the list: whether it works, and when it last did. */
export function MappingRow({ mapping }: { readonly mapping: Mapping }) {
  return (
    <li>
      <div class="forwarder-what">
        <p>
          <Link class="mappings-name" href={`/mappings/${mapping.id}`}>
            {nameOf(mapping)}
          </Link>{" "}
          <Badge>{say(`mappings-mode-${mapping.mode}`)}</Badge>{" "}
          {isUnsaved(String(mapping.id)) && <Badge tone="warning">{sayPart("parts-unsaved")}</Badge>}
        </p>
        {mapping.label !== "" && <p class="hint">{pathOf(mapping)}</p>}
        <TroubleOf mapping={mapping} />
        <p class="hint">
          <LastCarried mapping={mapping} />
        </p>
      </div>
      <OnOff mapping={mapping} />
    </li>
  );
}

export function TroubleOf({ mapping: { trouble } }: { readonly mapping: Mapping }) {
  return trouble ? (
    <p class="forwarder-trouble">{say("mappings-trouble", { why: troubleOf(trouble) })}</p>
  ) : null;
}

/** When its last post went out, and how, where that was not as wished. */
export function LastCarried({ mapping: { lastCarriedAt, lastMode } }: { readonly mapping: Mapping }) {
  if (lastCarriedAt === undefined) return <>{say("mappings-never")}</>;
  const [, used = "", reason] = /^(\w+)(?: \((\w+)\))?$/.exec(lastMode ?? "") ?? [];
  return (
    <>
      {say("mappings-last")} <Moment at={lastCarriedAt} />
      {reason !== undefined && ` · ${say("mappings-used", { used, why: troubleOf(reason) })}`}
    </>
  );
}

export function OnOff({ mapping }: { readonly mapping: Mapping }) {
  const change = useChange(mappings[":id"].$patch, {
    refreshes: [mappings],
    done: say(mapping.enabled ? "mappings-now-off" : "mappings-now-on", { name: nameOf(mapping) }),
  });
  const onSwitch = (enabled: boolean) => change.mutate({ param: { id: mapping.id }, json: { enabled } });
  return (
    <Switch
      changes
      label={say(mapping.enabled ? "mappings-on" : "mappings-off")}
      spoken={say("mappings-carries", { name: nameOf(mapping) })}
      on={mapping.enabled}
      pending={change.isPending}
      onSwitch={onSwitch}
    />
  );
}
