import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import "./card.css";

interface CardProps {
  readonly title: string;
  /** Beside the title: counts, or what can be done with all of it. */
  readonly aside?: ComponentChildren;
  /** Takes the whole width where cards stand side by side. */
  readonly wide?: boolean;
  readonly children: ComponentChildren;
}

/** A framed part of a page with a title of its own. */
export function Card({ title, aside, wide = false, children }: CardProps) {
  const id = useId();
  return (
    <section class={wide ? "card card-wide" : "card"} aria-labelledby={id}>
      <header class="card-head">
        <h2 id={id}>{title}</h2>
        {aside}
      </header>
      <div class="card-body">{children}</div>
    </section>
  );
}

/** Cards side by side, as many as fit. */
export function Cards({ children }: { readonly children: ComponentChildren }) {
  return <div class="cards">{children}</div>;
}
