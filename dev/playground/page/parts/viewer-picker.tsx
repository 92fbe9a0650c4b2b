import { useSignal } from "@preact/signals";
import { useId, useLayoutEffect, useRef } from "preact/hooks";
import type { Chatter } from "../../../emulators/twitch/entities.ts";
import { people } from "../state/channel.ts";
import { texts } from "../state/language.ts";
import { Badges } from "./badges.tsx";
import { Icon } from "./icon.tsx";
import { ViewerOptions } from "./viewer-options.tsx";

interface ViewerPickerProps {
  readonly label: string;
  /** Where there is room for the list. */
  readonly opens: "up" | "down";
  readonly chosen: Chatter | undefined;
  /** Whether it asks at once, without a click. */
  readonly asksAtOnce?: boolean;
  readonly onChoose: (chatter: Chatter) => void;
}

/** Chooses somebody: a field that searches everybody in chat. */
export function ViewerPicker({ label, opens, chosen, asksAtOnce, onChoose }: ViewerPickerProps) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  /** What was typed; `undefined` while the list is closed. */
  const search = useSignal<string | undefined>(undefined);
  const place = useSignal(0);

  const isOpen = search.value !== undefined;
  const found = isOpen ? people.value.filter((one) => isNamed(one, search.value ?? "")) : [];
  const marked = found[Math.min(place.value, found.length - 1)];

  const open = (typed: string) => {
    search.value = typed;
    place.value = typed === "" ? placeOf(chosen) : 0;
  };
  const close = () => {
    search.value = undefined;
  };
  const choose = (chatter: Chatter) => {
    onChoose(chatter);
    close();
  };

  // Before the next key: a list that opens late would forget what was typed by then.
  useLayoutEffect(() => {
    if (!asksAtOnce) return;
    field.current?.focus();
    open("");
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!isOpen) return open("");
      const step = event.key === "ArrowDown" ? 1 : -1;
      place.value =
        (Math.min(place.value, found.length - 1) + step + found.length) % Math.max(found.length, 1);
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (isOpen && marked) choose(marked);
      else open("");
    } else if (event.key === "Escape" && isOpen) {
      event.stopPropagation();
      close();
    }
  };

  return (
    <div class={`picker picker-${opens}`}>
      <label class="picker-label" for={id}>
        {label}
      </label>
      <div class="picker-field">
        {!isOpen && chosen && <Badges user={chosen} />}
        <input
          ref={field}
          id={id}
          class="picker-input"
          role="combobox"
          autocomplete="off"
          spellcheck={false}
          aria-expanded={isOpen}
          aria-controls={`${id}-list`}
          aria-activedescendant={marked ? `${id}-${marked.id}` : undefined}
          placeholder={texts.value.findViewer}
          value={search.value ?? chosen?.name ?? ""}
          onClick={() => isOpen || open("")}
          onInput={({ currentTarget }) => open(currentTarget.value)}
          onBlur={close}
          onKeyDown={onKeyDown}
        />
        <Icon name="down" />
      </div>
      {isOpen && <ViewerOptions id={id} found={found} chosen={chosen} marked={marked} onChoose={choose} />}
    </div>
  );
}

const placeOf = (chosen: Chatter | undefined) =>
  Math.max(
    0,
    people.value.findIndex(({ id }) => id === chosen?.id),
  );

function isNamed({ login, name }: Chatter, typed: string): boolean {
  const sought = typed.trim().replace(/^@/, "").toLowerCase();
  return name.toLowerCase().includes(sought) || login.includes(sought);
}
