import { Link, useLocation } from "wouter-preact";
import type { Section } from "#domain/admin/rights";
import { isUnsaved } from "../parts/drafts.ts";
import { Icon } from "../parts/icon.tsx";
import { say as sayPart } from "../parts/words.ts";
import { iconOf } from "../sections/icons.ts";
import { titleOf } from "../sections/titles.ts";
import { openSections } from "../session/presence.ts";
import { Looks } from "./looks.tsx";
import { say } from "./words.ts";

const groups = {
  live: ["overview", "logs", "console"],
  bots: ["channel", "players", "redemptions", "forwarder", "downloads"],
  house: ["accounts", "people", "audit"],
} as const satisfies Readonly<Record<string, readonly Section[]>>;

/** The sections that are open to whoever is here, by groups. */
export function Navigation() {
  return (
    <>
      <nav class="navigation" aria-label={say("shell-sections")}>
        {Object.entries(groups).map(([name, sections]) => (
          <Group key={name} name={name} sections={sections} />
        ))}
      </nav>
      <Looks />
    </>
  );
}

interface GroupProps {
  readonly name: string;
  readonly sections: readonly Section[];
}

function Group({ name, sections }: GroupProps) {
  const [location] = useLocation();
  const open = sections.filter((section) => openSections.value.includes(section));
  if (open.length === 0) return null;
  return (
    <div class="navigation-group">
      <p aria-hidden="true">{say(`shell-group-${name}`)}</p>
      <ul>
        {open.map((section) => (
          <li key={section}>
            <Link href={`/${section}`} aria-current={location.split("/")[1] === section ? "page" : undefined}>
              <Icon name={iconOf(section)} />
              {titleOf(section)}
              {isUnsaved(section) && <Unsaved />}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

const Unsaved = () => (
  <span class="navigation-unsaved" title={sayPart("parts-unsaved")}>
    <span class="unseen">{sayPart("parts-unsaved")}</span>
  </span>
);
