import type { Signal } from "@preact/signals";
import { Icon, type IconName } from "../parts/icon.tsx";
import { texts } from "../state/language.ts";

interface ViewsProps<Name extends string> {
  /** In the order in which they are shown. */
  readonly icons: Readonly<Record<Name, IconName>>;
  readonly names: Readonly<Record<Name, string>>;
  readonly view: Signal<Name>;
}

/** Leads from view to view on a narrow screen. */
export function Views<Name extends string>({ icons, names, view }: ViewsProps<Name>) {
  // The cast: these are the names the record is declared with.
  const order = Object.keys(icons) as Name[];
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
