import { Badge, type Tone } from "../../parts/badge.tsx";
import { Moment } from "../../parts/moment.tsx";
import { keyOf } from "./deed.ts";
import { type Difference, differences } from "./differences.ts";
import type { Change } from "./routes.ts";
import { say } from "./words.ts";

interface ChangeShownProps {
  readonly change: Change;
  /** People by their id. */
  readonly names: ReadonlyMap<string, string>;
}

const tones: Readonly<Record<Change["ending"], Tone>> = { done: "good", refused: "warning", unknown: "bad" };

/** So many differences are in sight at once. */
const fewDifferences = 4;

/** Who has done what, when, and what is different since. */
export function ChangeShown({ change, names }: ChangeShownProps) {
  const { at, who, name, what, subject, before, after, ending } = change;
  const found = differences(before, after);
  return (
    <li>
      <p class="audit-head">
        <span class="audit-deed" title={what}>
          <strong>{deedOf(what)}</strong> {subject && <Subject subject={subject} names={names} />}
        </span>
        <Badge tone={tones[ending]}>{say(`audit-${ending}`)}</Badge>
      </p>
      <p class="hint">
        <Moment at={at} show="clock" /> · <span title={who}>{names.get(who) ?? (name || who)}</span>
      </p>
      <Differences differences={found.slice(0, fewDifferences)} />
      {found.length > fewDifferences && (
        <details>
          <summary>{say("audit-more", { count: found.length - fewDifferences })}</summary>
          <Differences differences={found.slice(fewDifferences)} />
        </details>
      )}
    </li>
  );
}

/** What was done, in words; what has none is told by its name. */
function deedOf(what: string): string {
  const key = keyOf(what);
  const words = say(key);
  return words === key ? what : words;
}

const Subject = ({
  subject,
  names,
}: {
  readonly subject: string;
  readonly names: ChangeShownProps["names"];
}) => (names.has(subject) ? <span title={subject}>{names.get(subject)}</span> : <code>{subject}</code>);

function Differences({ differences: found }: { readonly differences: readonly Difference[] }) {
  if (found.length === 0) return null;
  return (
    <ul class="audit-differences">
      {found.map(({ path, before, after }) => (
        <li key={path}>
          {path && <code>{path}</code>}
          {before !== undefined && (
            <del>
              <span class="unseen">{say("audit-before")}: </span>
              {shown(before)}
            </del>
          )}
          {before !== undefined && after !== undefined && <span aria-hidden="true">→</span>}
          {after !== undefined && (
            <ins>
              <span class="unseen">{say("audit-after")}: </span>
              {shown(after)}
            </ins>
          )}
        </li>
      ))}
    </ul>
  );
}

function shown(value: unknown): string {
  if (typeof value === "boolean") return say(value ? "audit-yes" : "audit-no");
  if (Array.isArray(value) && value.every((item) => typeof item !== "object"))
    return value.join(", ") || "[]";
  return typeof value === "string" ? value || "“”" : JSON.stringify(value);
}
