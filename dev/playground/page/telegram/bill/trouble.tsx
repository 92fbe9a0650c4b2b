import { FaultButtons } from "../../bar/fault-buttons.tsx";
import { telegramFaults } from "../../bar/fault-presets.ts";
import { Services } from "../../bar/services.tsx";
import { Card } from "../../parts/card.tsx";
import { Choice } from "../../parts/choice.tsx";
import { texts } from "../../state/language.ts";
import { ordeals, sizes } from "../ordeals.ts";
import { deliverTwice, ordeal, size } from "../state/ordeal.ts";

/** Ways to make things go wrong: with the next post, and with everybody the product needs. */
export function Trouble() {
  const t = texts.value.telegram;
  return (
    <Card name="tg-trouble" title={t.trouble} aside={<span class="hint">{t.troubleHint}</span>}>
      <div class="card-body">
        <Choice
          label={t.nextPost}
          options={ordeals.map((value) => ({ value, text: t.ordeals[value] }))}
          value={ordeal.value}
          onChoose={(chosen) => {
            ordeal.value = chosen;
          }}
        />
        <Choice
          label={t.nextSize}
          options={sizes.map((value) => ({ value, text: t.megabytes(String(value)) }))}
          value={size.value}
          onChoose={(chosen) => {
            size.value = chosen;
          }}
        />
        <FaultButtons presets={telegramFaults}>
          <button type="button" class="fault" title={t.twiceHint} onClick={() => void deliverTwice()}>
            {t.twice}
          </button>
        </FaultButtons>
        <Services among={["telegram", "origin", "redis", "postgres", "qstash"]} />
      </div>
    </Card>
  );
}
