import { texts } from "../state/language.ts";
import { hashOf, place, places } from "../state/place.ts";

/** Leads from Twitch to Telegram and back. */
export function Places() {
  const t = texts.value;
  return (
    <nav class="places" aria-label={t.places}>
      {places.map((name) => (
        <a
          key={name}
          class="place"
          href={hashOf(name)}
          aria-current={place.value === name ? "page" : undefined}
        >
          {t.placeNames[name]}
        </a>
      ))}
    </nav>
  );
}
