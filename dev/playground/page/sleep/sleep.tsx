import { useId } from "preact/hooks";
import type { SleepSettings } from "../../wire.ts";
import { Card } from "../parts/card.tsx";
import { Choice } from "../parts/choice.tsx";
import { Icon } from "../parts/icon.tsx";
import { Switch } from "../parts/switch.tsx";
import { callOf } from "../state/commands.ts";
import { now } from "../state/clock.ts";
import { order } from "../state/deeds.ts";
import { language, texts } from "../state/language.ts";
import { isProductUp, product } from "../state/outside.ts";
import { room } from "../state/room.ts";
import { changeSettings, settings } from "../state/settings.ts";

/** Whether the bot sleeps, why, and what can be done about it. */
export function Sleep() {
  const t = texts.value;
  const isAwake = product.value?.status?.awake ?? true;
  const hours = settings.value?.sleep;
  return (
    <Card name="sleep" title={t.sleep}>
      <div class="card-body">
        <p class="sleep-state" data-awake={isAwake} role="status">
          <Icon name={isAwake ? "sun" : "moon"} />
          <span>
            <b>{isAwake ? t.awake : t.asleep}</b>
            <span class="hint">{why(isAwake, hours)}</span>
          </span>
        </p>
        <div class="sleep-deeds">
          {(["sleep", "wake"] as const).map((command) => (
            <button
              key={command}
              type="button"
              class="button"
              disabled={!isProductUp.value || callOf(command) === undefined}
              onClick={() => void order(command)}
            >
              <Icon name={command === "sleep" ? "moon" : "sun"} /> {callOf(command) ?? t.orders[command]}
            </button>
          ))}
          <span class="hint">{t.ordersHint}</span>
        </div>
        {hours && <Schedule hours={hours} />}
      </div>
    </Card>
  );
}

/** An order goes before the schedule. */
function why(isAwake: boolean, hours: SleepSettings | undefined): string {
  const t = texts.value;
  const ordered = room.value?.order;
  if (ordered && ordered.until > now.value && (ordered.is === "awake") === isAwake)
    return t.ordered(clockIn(ordered.until, hours?.timeZone));
  if (!hours?.schedule.enabled) return isAwake ? t.noSchedule : "";
  const { from, to } = hours.schedule;
  return isAwake ? t.sleepsAt(from) : t.wakesAt(to);
}

/** The time of day on the channel's clock. */
const clockIn = (at: number, timeZone: string | undefined) =>
  new Date(at).toLocaleTimeString(language.value, {
    hour: "2-digit",
    minute: "2-digit",
    hour12: false,
    ...(timeZone && { timeZone }),
  });

function Schedule({ hours: { schedule, timeZone, redemptions } }: { readonly hours: SleepSettings }) {
  const id = useId();
  const t = texts.value;
  const disabled = !isProductUp.value;
  return (
    <div class="schedule">
      <Switch
        label={t.schedule}
        isOn={schedule.enabled}
        disabled={disabled}
        onTurn={(enabled) => void changeSettings({ sleep: { schedule: { enabled } } })}
      />
      <div class="schedule-hours">
        {(["from", "to"] as const).map((end) => (
          <label key={end} for={`${id}-${end}`}>
            {t.scheduleEnds[end]}
            <input
              id={`${id}-${end}`}
              class="field"
              type="time"
              required
              value={schedule[end]}
              disabled={disabled}
              onChange={({ currentTarget: { value } }) => {
                if (value !== "") void changeSettings({ sleep: { schedule: { [end]: value } } });
              }}
            />
          </label>
        ))}
        <span class="hint">{timeZone}</span>
      </div>
      <Choice
        label={t.rewardsAsleep}
        options={[
          { value: "refund", text: t.rewardsAsleepOptions.refund },
          { value: "pause", text: t.rewardsAsleepOptions.pause },
        ]}
        value={redemptions}
        disabled={disabled}
        onChoose={(chosen) => void changeSettings({ sleep: { redemptions: chosen } })}
      />
    </div>
  );
}
