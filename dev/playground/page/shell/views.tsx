import { Icon, type IconName } from "../parts/icon.tsx";
import { texts } from "../state/language.ts";
import { type View, view } from "./view.ts";

const icons: Readonly<Record<View, IconName>> = {
  play: "keg",
  chat: "chat",
  side: "eye",
};
const order: readonly View[] = ["play", "chat", "side"];

/** Leads from view to view on a narrow screen. */
export function Views() {
  const names = texts.value.views;
  return (
    <nav class="views" aria-label={texts.value.tagline}>
      {order.map((each) => (
        <button
          key={each}
          type="button"
          class="view"
          aria-current={view.value === each ? "page" : undefined}
          onClick={() => {
            view.value = each;
          }}
        >
          <Icon name={icons[each]} />
          {names[each]}
        </button>
      ))}
    </nav>
  );
}
