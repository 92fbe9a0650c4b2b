import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { Icon } from "./icon.tsx";
import { useMayChange } from "./permission.tsx";
import { say } from "./words.ts";
import "./page.css";

interface PageProps {
  readonly title: string;
  /** One line on what is to be found here. */
  readonly intro?: string;
  /** What can be done with all of it, or chosen for all of it. */
  readonly aside?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** What a section shows: its title, and everything below. */
export function Page({ title, intro, aside, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · Taproom`;
  }, [title]);
  return (
    <main class="page" id="main" tabIndex={-1}>
      <header class="page-head">
        <div>
          <h1>{title}</h1>
          {intro && <p class="hint">{intro}</p>}
        </div>
        {aside && <div class="page-aside">{aside}</div>}
      </header>
      {!useMayChange() && (
        <p class="page-notice">
          <Icon name="eye" />
          {say("parts-may-not-change")}
        </p>
      )}
      {children}
    </main>
  );
}
