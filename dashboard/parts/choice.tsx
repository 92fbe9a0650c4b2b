import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import "./choice.css";

interface Option<Name> {
  readonly name: Name;
  readonly text: string;
  /** Shown instead of the text, which is then read aloud. */
  readonly sign?: ComponentChildren;
}

interface ChoiceProps<Name extends string> {
  readonly label: string;
  readonly options: readonly Option<Name>[];
  readonly chosen: Name;
  readonly onChoose: (name: Name) => void;
}

/** One of a few, all in sight: arrows walk through them. */
export function Choice<Name extends string>({ label, options, chosen, onChoose }: ChoiceProps<Name>) {
  const list = useRef<HTMLDivElement>(null);
  const walk = (event: KeyboardEvent) => {
    const step = steps.get(event.key);
    const place = options.findIndex(({ name }) => name === chosen);
    const next = step && options.at((place + step) % options.length);
    if (!next) return;
    event.preventDefault();
    onChoose(next.name);
    list.current?.querySelectorAll("button")[options.indexOf(next)]?.focus();
  };
  return (
    <div ref={list} class="choice" role="radiogroup" aria-label={label} onKeyDown={walk}>
      {options.map(({ name, text, sign }) => (
        <button
          key={name}
          type="button"
          role="radio"
          class="choice-option"
          aria-checked={name === chosen}
          aria-label={sign ? text : undefined}
          title={sign ? text : undefined}
          tabIndex={name === chosen ? 0 : -1}
          onClick={() => onChoose(name)}
        >
          {sign ?? text}
        </button>
      ))}
    </div>
  );
}

const steps: ReadonlyMap<string, number> = new Map([
  ["ArrowRight", 1],
  ["ArrowDown", 1],
  ["ArrowLeft", -1],
  ["ArrowUp", -1],
]);
