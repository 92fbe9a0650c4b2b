import { useSignal } from "@preact/signals";
import { Icon } from "../parts/icon.tsx";
import { timeOfDay } from "../state/clock.ts";
import { texts } from "../state/language.ts";
import type { Passage } from "../state/traffic.ts";
import { serviceOf, subjectOf, toneOf } from "./passage.ts";

/** One call or message; a click shows what was sent. */
export function TrafficRow({ passage }: { readonly passage: Passage }) {
  const isOpen = useSignal(false);
  const { way, status, at } = passage;
  return (
    <li class="passage">
      <button
        type="button"
        class="passage-head"
        aria-expanded={isOpen.value}
        onClick={() => {
          isOpen.value = !isOpen.value;
        }}
      >
        <time class="passage-time">{timeOfDay(at)}</time>
        <Icon name={way} />
        <span class="passage-service">{serviceOf(passage)}</span>
        <span class="passage-method">{passage.way === "out" ? passage.call.method : "POST"}</span>
        <span class="passage-subject">{subjectOf(passage)}</span>
        <span class={`passage-status tone-${toneOf(status)}`}>
          {status === 0 ? texts.value.noAnswer : status}
        </span>
      </button>
      {isOpen.value && <Details passage={passage} />}
    </li>
  );
}

function Details({ passage }: { readonly passage: Passage }) {
  const t = texts.value;
  if (passage.way === "in") return <Sent what={passage.notification.type} value={passage.notification} />;
  const { host, path, method, query, body } = passage.call;
  const isQueryEmpty = Object.keys(query).length === 0;
  return (
    <div class="passage-details">
      <p class="passage-address">
        {method} https://{host}
        {path}
      </p>
      {!isQueryEmpty && <Sent what={t.query} value={query} />}
      {body !== null && <Sent what={t.body} value={body} />}
      {isQueryEmpty && body === null && <p class="hint">{t.nothingSent}</p>}
    </div>
  );
}

function Sent({ what, value }: { readonly what: string; readonly value: unknown }) {
  return (
    <figure class="sent">
      <figcaption>{what}</figcaption>
      <pre>{typeof value === "string" ? value : JSON.stringify(value, null, 2)}</pre>
    </figure>
  );
}
