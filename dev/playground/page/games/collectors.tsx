import { useSignal } from "@preact/signals";
import type { CollectorLook, CollectorSet } from "../../wire.ts";
import { Card } from "../parts/card.tsx";
import { Countdown } from "../parts/countdown.tsx";
import { Meter } from "../parts/meter.tsx";
import { now } from "../state/clock.ts";
import { shout } from "../state/deeds.ts";
import { texts } from "../state/language.ts";
import { isProductUp } from "../state/outside.ts";
import { room } from "../state/room.ts";
import { settings } from "../state/settings.ts";

/** Words that are dangerous to say together, and who has said one. */
export function Collectors() {
  const t = texts.value;
  const sets = settings.value?.collectors?.sets ?? [];
  if (sets.length === 0) return null;
  return (
    <Card name="collectors" title={t.collectors}>
      <div class="card-body">
        {sets.map((set) => (
          <Words key={set.name} set={set} collector={collectorOf(set)} />
        ))}
      </div>
    </Card>
  );
}

const collectorOf = ({ name, windowSeconds }: CollectorSet): CollectorLook | undefined =>
  room.value?.collectors.find(
    ({ set, lastAt }) => set === name && lastAt + windowSeconds * 1_000 > now.value,
  );

interface WordsProps {
  readonly set: CollectorSet;
  /** Absent: nobody has said one lately. */
  readonly collector: CollectorLook | undefined;
}

function Words({ set, collector }: WordsProps) {
  const isBusy = useSignal(false);
  const t = texts.value;
  const people = collector?.people ?? [];
  const gather = async () => {
    isBusy.value = true;
    await shout(set);
    isBusy.value = false;
  };
  return (
    <div class="gauge" title={people.map(({ name }) => name).join(", ")}>
      <b>{set.words.join(" · ")}</b>
      {collector && <Countdown until={collector.lastAt + set.windowSeconds * 1_000} />}
      <Meter
        label={t.peopleOf(people.length, set.peopleNeeded)}
        value={people.length}
        most={set.peopleNeeded}
      />
      <button
        type="button"
        class="button button-small"
        disabled={isBusy.value || isProductUp.value === false}
        onClick={() => void gather()}
      >
        {t.manyShout(set.peopleNeeded, set.words[0] ?? set.name)}
      </button>
    </div>
  );
}
