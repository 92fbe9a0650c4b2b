import { Card } from "../parts/card.tsx";
import { now } from "../state/clock.ts";
import { burningKeg } from "../state/evening.ts";
import { texts } from "../state/language.ts";
import { Burning } from "./burning.tsx";
import { ChannelSettings } from "./channel-settings.tsx";
import { Closed } from "./closed.tsx";
import { FirstSteps } from "./first-steps.tsx";

/** After so long without an end, somebody may well want another keg. */
const patience = 20_000;

/** The keg: the first thing to press, and how it stands with it. */
export function Keg() {
  const keg = burningKeg.value;
  const isForgotten = keg !== undefined && now.value > keg.burstsAt + patience;
  return (
    <Card name="keg" title={texts.value.kegTitle}>
      <FirstSteps />
      {keg && !isForgotten ? <Burning keg={keg} /> : <Closed isWaiting={isForgotten} />}
      <ChannelSettings />
    </Card>
  );
}
