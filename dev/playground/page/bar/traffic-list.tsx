import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import { Empty } from "../parts/empty.tsx";
import { services } from "../state/outside.ts";
import { texts } from "../state/language.ts";
import { traffic } from "../state/traffic.ts";
import { isAbout, serviceOf } from "./passage.ts";
import { TrafficRow } from "./traffic-row.tsx";

const shown = 120;

/** What went out of the product and what came in, newest first. */
export function TrafficList() {
  const id = useId();
  const sought = useSignal("");
  const service = useSignal("");
  const t = texts.value;
  const found = traffic.value
    .filter((passage) => service.value === "" || serviceOf(passage) === service.value)
    .filter((passage) => isAbout(passage, sought.value))
    .slice(-shown)
    .toReversed();

  return (
    <>
      <div class="traffic-filter">
        <label class="unseen-label" for={`${id}-words`}>
          {t.filter}
        </label>
        <input
          id={`${id}-words`}
          class="field"
          type="search"
          placeholder={t.filter}
          value={sought.value}
          onInput={({ currentTarget }) => {
            sought.value = currentTarget.value;
          }}
        />
        <label class="unseen-label" for={`${id}-service`}>
          {t.services}
        </label>
        <select
          id={`${id}-service`}
          class="field"
          value={service.value}
          onChange={({ currentTarget }) => {
            service.value = currentTarget.value;
          }}
        >
          <option value="">{t.everyService}</option>
          {[...services.value.map(({ name }) => name), "eventsub"].map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </div>
      {found.length === 0 && (
        <Empty icon="plug" text={traffic.value.length === 0 ? t.trafficEmpty : t.trafficNothingFound} />
      )}
      <ul class="traffic-list" aria-label={t.traffic}>
        {found.map((passage) => (
          <TrafficRow key={passage.key} passage={passage} />
        ))}
      </ul>
    </>
  );
}
