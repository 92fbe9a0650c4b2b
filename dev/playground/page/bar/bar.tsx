import { Card } from "../parts/card.tsx";
import { texts } from "../state/language.ts";
import { twitchFaults } from "./fault-presets.ts";
import { FaultButtons } from "./fault-buttons.tsx";
import { Services } from "./services.tsx";
import { TrafficList } from "./traffic-list.tsx";

/** The outside: what the product asks of it, and ways to disturb it. */
export function Bar() {
  const t = texts.value;
  return (
    <Card name="bar" title={t.bar} aside={<span class="hint">{t.barHint}</span>}>
      <div class="bar-controls">
        <Services />
        <FaultButtons presets={twitchFaults} />
      </div>
      <TrafficList />
    </Card>
  );
}
