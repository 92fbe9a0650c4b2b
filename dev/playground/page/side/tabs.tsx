import { useRef } from "preact/hooks";
import { isBroken, isTroubled } from "../state/outside.ts";
import { texts } from "../state/language.ts";
import { type Tab, tab, tabs } from "../state/tab.ts";

export const panelId = "panel";
export const tabId = (name: Tab) => `tab-${name}`;

/** Leads from matter to matter; arrows do too. */
export function Tabs() {
  const list = useRef<HTMLDivElement>(null);
  const names = texts.value.tabs;

  const onKeyDown = (event: KeyboardEvent) => {
    const next = placeAfter(event.key, tabs.indexOf(tab.value));
    const name = next === undefined ? undefined : tabs[next];
    if (name === undefined) return;
    event.preventDefault();
    tab.value = name;
    list.current?.querySelector<HTMLElement>(`#${tabId(name)}`)?.focus();
  };

  return (
    <div class="tabs" role="tablist" aria-label={texts.value.tabsHint} ref={list} onKeyDown={onKeyDown}>
      {tabs.map((name) => (
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

const wantsAttention = (name: Tab) =>
  (name === "outside" && isBroken.value) || (name === "bot" && isTroubled.value);

function placeAfter(key: string, place: number): number | undefined {
  switch (key) {
    case "ArrowRight":
      return (place + 1) % tabs.length;
    case "ArrowLeft":
      return (place + tabs.length - 1) % tabs.length;
    case "Home":
      return 0;
    case "End":
      return tabs.length - 1;
    default:
      return undefined;
  }
}
