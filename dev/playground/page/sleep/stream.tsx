import { Card } from "../parts/card.tsx";
import { Switch } from "../parts/switch.tsx";
import { stream } from "../state/channel.ts";
import { clockText, now } from "../state/clock.ts";
import { turnStream } from "../state/deeds.ts";
import { texts } from "../state/language.ts";

/** The broadcast, as Twitch tells of it. */
export function Stream() {
  const t = texts.value;
  const live = stream.value;
  return (
    <Card name="stream" title={t.stream}>
      <div class="card-body">
        <Switch label={t.onAir} isOn={live !== null} onTurn={(on) => void turnStream(on)} />
        <p class="hint">{live ? t.liveFor(clockText(now.value - live.startedAt)) : t.offAir}</p>
      </div>
    </Card>
  );
}
