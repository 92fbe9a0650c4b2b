import { useComputed } from "@preact/signals";
import { Icon } from "../../parts/icon.tsx";
import { now } from "../../state/clock.ts";
import { texts } from "../../state/language.ts";
import { durationText } from "../../telegram/bill/duration.ts";
import { journey } from "../state/journey.ts";
import { connect, mappings } from "../state/product.ts";
import { between, opened } from "../state/rooms.ts";

/** How the last post fared on its way here, or why nothing comes. */
export function JourneyLine() {
  const t = texts.value.forwarder;
  const { source, target } = opened.value;
  if (!source || !target || mappings.value === undefined) return null;
  if (source.name === target.name) return <p class="fw-journey hint">{t.sameChat}</p>;
  if (!between.value) {
    return (
      <p class="fw-journey">
        <span>{t.notConnected(source.title)}</span>
        <button type="button" class="button" onClick={() => void connect(source.name, target.name)}>
          {t.connect}
        </button>
      </p>
    );
  }
  if (!between.value.enabled) return <p class="fw-journey hint">{t.isOff}</p>;
  return <Fare />;
}

function Fare() {
  const t = texts.value.forwarder;
  const current = journey.value;
  const waited = useComputed(() => Math.max(0, now.value - (journey.value?.tally.since ?? 0)));
  if (!current || current.target !== opened.value.target?.chat.id)
    return <p class="fw-journey hint">{t.nothing.target}</p>;
  const { tally, arrivals } = current;
  const last = arrivals.at(-1);
  return (
    <p class="fw-journey" role="status" data-is={last === undefined ? "waiting" : "there"}>
      <Icon name={last === undefined ? "clock" : "seen"} />
      <span>{last === undefined ? t.onItsWay : t.arrived(arrivals.length)}</span>
      <b aria-hidden={last === undefined}>
        {durationText(last === undefined ? Math.floor(waited.value / 100) * 100 : last - tally.since)}
      </b>
    </p>
  );
}
