import { texts } from "../state/language.ts";
import { durationText } from "../telegram/bill/duration.ts";
import { journey } from "./state/journey.ts";
import { forwarderView } from "./view.ts";

/** On a narrow screen the target is behind another view; that something has arrived there stays in sight. */
export function LatestArrival() {
  const { tally, arrivals } = journey.value ?? {};
  const last = arrivals?.at(-1);
  if (!tally || !arrivals || last === undefined || forwarderView.value === "target") return null;
  return (
    <button
      type="button"
      class="latest-line"
      onClick={() => {
        forwarderView.value = "target";
      }}
    >
      {texts.value.forwarder.arrived(arrivals.length)} <b>{durationText(last - tally.since)}</b>
    </button>
  );
}
