import { useEffect, useId, useRef, useState } from "preact/hooks";
import { Icon } from "./icon.tsx";
import { say } from "./words.ts";
import "./search.css";

interface SearchProps {
  readonly label?: string;
  readonly value: string;
  /** Told when the typing pauses. */
  readonly onSearch: (text: string) => void;
}

const pause = 250;

export function Search({ label = say("parts-search"), value, onSearch }: SearchProps) {
  const id = useId();
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  // What is being typed stays, also when the page around is drawn anew before the typing pauses.
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  useEffect(() => () => clearTimeout(waiting.current), []);
  return (
    <div class="search">
      <Icon name="search" />
      <label class="unseen" for={id}>
        {label}
      </label>
      <input
        id={id}
        class="input"
        type="search"
        value={typed}
        placeholder={label}
        autocomplete="off"
        spellcheck={false}
        onInput={({ currentTarget }) => {
          const text = currentTarget.value;
          setTyped(text);
          clearTimeout(waiting.current);
          waiting.current = setTimeout(() => onSearch(text), pause);
        }}
      />
    </div>
  );
}
