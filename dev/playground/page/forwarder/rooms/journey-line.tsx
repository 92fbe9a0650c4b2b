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
  if (last === undefined) return <Waiting waited={waited.value} />;
  return (
    <p class="fw-journey" role="status" data-is="there">
      <Icon name="seen" />
      <span>{t.arrived(arrivals.length)}</span>
      <b>{durationText(last - tally.since)}</b>
    </p>
  );
}

/** Longer than any post takes that is not held up, in milliseconds. */
const long = 5_000;

function Waiting({ waited }: { readonly waited: number }) {
  const t = texts.value.forwarder;
  const trouble = between.value?.trouble;
  const words = waited > long ? t.notYet : t.onItsWay;
  return (
    <p class="fw-journey" data-is={trouble === undefined ? "waiting" : "stuck"}>
      <Icon name="clock" />
      <span role="status">{trouble === undefined ? words : t.inTrouble(trouble)}</span>
      <b aria-hidden="true">{durationText(Math.floor(waited / 100) * 100)}</b>
    </p>
  );
}
