import type { InlineResult } from "../../../wire-telegram.ts";
import { Icon, type IconName } from "../../parts/icon.tsx";
import { texts } from "../../state/language.ts";
import type { InlineOffer } from "./inline-query.ts";

interface InlineResultsProps {
  readonly id: string;
  readonly offer: InlineOffer;
}

/** What the bot offers, above the field in which its name was typed. */
export function InlineResults({ id, offer }: InlineResultsProps) {
  const t = texts.value.telegram;
  const { results = [], button } = offer.answer?.answer ?? {};
  const says = offer.isAsking ? t.inlineAsking : results.length === 0 ? t.inlineNothing : undefined;
  return (
    <div class="tg-inline">
      {button && (
        <button type="button" class="tg-inline-button" onClick={offer.leave}>
          {button.text}
        </button>
      )}
      {says !== undefined && (
        <p class="tg-inline-says" role="status">
          {says}
        </p>
      )}
      <ul id={id} role="listbox" aria-label={t.inlineResults}>
        {results.map((result) => (
          <li
            key={result.id}
            id={`${id}-${result.id}`}
            class="tg-inline-result"
            role="option"
            aria-selected={result === offer.marked}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => offer.choose(result)}
          >
            <span class="tg-inline-icon" data-type={result.type}>
              <Icon name={iconOf(result)} />
            </span>
            <span class="tg-inline-words">
              <b>{result.title ?? result.type}</b>
              <span>{result.description ?? t.inlineAtOnce}</span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

const icons: Readonly<Record<string, IconName>> = { video: "play", photo: "camera", audio: "note" };
const iconOf = ({ type }: InlineResult): IconName => icons[type] ?? "down";
