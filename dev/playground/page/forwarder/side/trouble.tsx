import { FaultButtons } from "../../bar/fault-buttons.tsx";
import { forwarderFaults } from "../../bar/fault-presets.ts";
import { Services } from "../../bar/services.tsx";
import { Card } from "../../parts/card.tsx";
import { post } from "../../ask.ts";
import { texts } from "../../state/language.ts";
import { announce, complain } from "../../state/notices.ts";
import { isWelcome, turnOut } from "../state/posting.ts";
import { opened } from "../state/rooms.ts";
import { deliverTwice } from "../../telegram/state/ordeal.ts";

/** Ways to make things go wrong between the source and the target. */
export function Trouble() {
  const t = texts.value;
  return (
    <Card
      name="tg-trouble"
      title={t.telegram.trouble}
      aside={<span class="hint">{t.forwarder.troubleHint}</span>}
    >
      <div class="card-body">
        <FaultButtons presets={forwarderFaults}>
          <button type="button" class="fault" title={t.forwarder.flushHint} onClick={() => void flush()}>
            {t.forwarder.flush}
          </button>
          <button
            type="button"
            class="fault"
            title={t.telegram.twiceHint}
            onClick={() => void deliverTwice()}
          >
            {t.telegram.twice}
          </button>
          <Kick />
        </FaultButtons>
        <Services among={["telegram", "redis", "postgres", "qstash"]} />
      </div>
    </Card>
  );
}

/** Out of the target: what is permanent is not tried again by itself. */
function Kick() {
  const t = texts.value.forwarder;
  const { target } = opened.value;
  if (!target) return null;
  return (
    <button
      type="button"
      class="fault"
      aria-pressed={!isWelcome(target)}
      title={t.kickHint}
      onClick={() => void turnOut(target)}
    >
      {t.kick}
    </button>
  );
}

/** Every key of Redis is gone; the lines are made anew from the rows of the database. */
async function flush(): Promise<void> {
  const answer = await post("/redis/flush");
  if (answer.ok) announce(texts.value.forwarder.flushed);
  else complain(answer.why);
}
