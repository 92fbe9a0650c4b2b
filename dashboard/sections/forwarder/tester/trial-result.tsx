import type { Step } from "#domain/forwarder/step";
import { filterTexts } from "#domain/forwarder/filters/texts";
import type { StyledText } from "#domain/forwarder/styled-text";
import { textsOf } from "../../../language/texts.ts";
import { Badge } from "../../../parts/badge.tsx";
import type { Trial } from "../routes.ts";
import { Styled } from "./styled.tsx";
import { say } from "./words.ts";

const sayFilter = textsOf(filterTexts);

interface TrialResultProps {
  readonly trial: Trial;
  /** What the post says, for a step that carries it as it is. */
  readonly text: string;
  readonly isOn: boolean;
}

/** Whether the post goes, what each filter has said, and what would stand in the target. */
export function TrialResult({ trial: { carried, by, filters, steps }, text, isOn }: TrialResultProps) {
  return (
    <div class="tester-result">
      <p>
        {carried ? (
          <Badge tone="good">{say("tester-carried")}</Badge>
        ) : (
          <Badge tone="bad">{say("tester-discarded")}</Badge>
        )}{" "}
        {!carried && by !== undefined && say("tester-by", { filter: nameOfFilter(by, filters) })}
      </p>
      {!isOn && <p class="hint">{say("tester-off")}</p>}
      <ol class="tester-filters">
        {filters.map(({ filter, says, why }) => (
          <li key={filter} class={`tester-${says}`}>
            <span>{sayFilter(`filter-${filter}`)}</span>
            <span class="hint">
              {say(`tester-says-${says}`)}
              {why !== undefined && `: ${why}`}
            </span>
          </li>
        ))}
      </ol>
      {steps.map((step, nth) => (
        // The cast: the API tells steps as the rules name them, by what they are.
        <StepShown key={nth} step={step as unknown as Step} text={text} />
      ))}
    </div>
  );
}

/** Filters have names in the bot's panel; what decides before or after them has names here. */
const nameOfFilter = (by: string, filters: Trial["filters"]): string =>
  filters.some(({ filter }) => filter === by) ? sayFilter(`filter-${by}`) : say(`tester-by-${by}`);

function StepShown({ step, text }: { readonly step: Step; readonly text: string }) {
  const buttons = "buttons" in step ? (step.buttons ?? []) : [];
  return (
    <figure class="tester-step">
      <figcaption class="hint">{say(`tester-step-${step.is}`)}</figcaption>
      {textsIn(step, text).map((each, nth) => (
        <Styled key={nth} text={each} />
      ))}
      {buttons.map((row, nth) => (
        <p key={nth} class="tester-buttons">
          {row.map((button) => (
            <span key={button.text} title={button.url}>
              {button.text}
            </span>
          ))}
        </p>
      ))}
    </figure>
  );
}

function textsIn(step: Step, text: string): readonly StyledText[] {
  const asItIs = { text, entities: [] };
  switch (step.is) {
    case "text":
      return [step.text];
    case "album":
      return step.items.map(({ caption }) => caption);
    case "copy":
      return [step.caption ?? asItIs];
    case "forward":
      return [asItIs];
  }
}
