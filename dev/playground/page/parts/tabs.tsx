import type { Signal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import { texts } from "../state/language.ts";

interface TabsProps<Name extends string> {
  readonly label: string;
  readonly order: readonly Name[];
  readonly names: Readonly<Record<Name, string>>;
  readonly tab: Signal<Name>;
  /** Whether a person should look there. */
  readonly wantsAttention: (name: Name) => boolean;
}

const panelId = "panel";
const tabId = (name: string) => `tab-${name}`;

/** Leads from matter to matter; arrows do too. */
export function Tabs<Name extends string>({ label, order, names, tab, wantsAttention }: TabsProps<Name>) {
  const list = useRef<HTMLDivElement>(null);

  const onKeyDown = (event: KeyboardEvent) => {
    const next = placeAfter(event.key, order.indexOf(tab.value), order.length);
    const name = next === undefined ? undefined : order[next];
    if (name === undefined) return;
    event.preventDefault();
    tab.value = name;
    list.current?.querySelector<HTMLElement>(`#${tabId(name)}`)?.focus();
  };

  return (
    <div class="tabs" role="tablist" aria-label={label} ref={list} onKeyDown={onKeyDown}>
      {order.map((name) => (
        <button
          key={name}
          id={tabId(name)}
          type="button"
          class="tab"
          role="tab"
          aria-selected={tab.value === name}
          aria-controls={panelId}
          tabIndex={tab.value === name ? 0 : -1}
          onClick={() => {
            tab.value = name;
          }}
        >
          {names[name]}
          {wantsAttention(name) && <span class="tab-dot" role="img" aria-label={texts.value.seeToIt} />}
        </button>
      ))}
    </div>
  );
}

interface TabPanelProps {
  readonly name: string;
  readonly children: ComponentChildren;
}

/** What the open tab shows. */
export function TabPanel({ name, children }: TabPanelProps) {
  return (
    <div class="panel" id={panelId} role="tabpanel" aria-labelledby={tabId(name)} data-tab={name}>
      {children}
    </div>
  );
}

function placeAfter(key: string, place: number, count: number): number | undefined {
  switch (key) {
    case "ArrowRight":
      return (place + 1) % count;
    case "ArrowLeft":
      return (place + count - 1) % count;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return undefined;
  }
}
