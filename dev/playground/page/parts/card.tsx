import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

interface CardProps {
  readonly name: string;
  readonly title: string;
  /** Beside the title: counts, or what can be done with all of it. */
  readonly aside?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A framed part of the page with a title of its own. */
export function Card({ name, title, aside, children }: CardProps) {
  const id = useId();
  return (
    <section class={`card ${name}`} aria-labelledby={id}>
      <header class="card-head">
        <h2 id={id}>{title}</h2>
        {aside}
      </header>
      {children}
    </section>
  );
}
