import type { ComponentChildren } from "preact";
import { Icon } from "./icon.tsx";
import "./chips.css";

/** A few small things beside each other, each of which can be taken away. */
export const Chips = ({ children }: { readonly children: ComponentChildren }) => (
  <ul class="chips">{children}</ul>
);

interface ChipProps {
  /** What the cross does, read aloud. */
  readonly removal: string;
  readonly onRemove: () => void;
  readonly children: ComponentChildren;
}

export const Chip = ({ removal, onRemove, children }: ChipProps) => (
  <li class="chip">
    {children}
    <button type="button" aria-label={removal} onClick={onRemove}>
      <Icon name="close" />
    </button>
  </li>
);
