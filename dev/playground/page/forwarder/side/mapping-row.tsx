import type { Mapping } from "../../../wire-forwarder.ts";
import { Icon } from "../../parts/icon.tsx";
import { texts } from "../../state/language.ts";
import { change, disconnect } from "../state/product.ts";
import { choose, titleOf } from "../state/rooms.ts";

interface MappingRowProps {
  readonly mapping: Mapping;
  /** Whether its chats are those that lie open. */
  readonly isOpen: boolean;
}

/** One mapping; a click opens its chats. */
export function MappingRow({ mapping, isOpen }: MappingRowProps) {
  const { source, target, enabled, trouble } = mapping;
  const from = titleOf(source) ?? mapping.sourceTitle ?? source;
  const to = titleOf(target) ?? mapping.targetTitle ?? target;
  const t = texts.value.forwarder;
  const show = () => {
    choose("source", source);
    choose("target", target);
  };
  return (
    <li class="fw-mapping" data-enabled={enabled} data-open={isOpen}>
      <button type="button" class="fw-mapping-head" aria-current={isOpen ? "true" : undefined} onClick={show}>
        <span class="fw-way">
          <b>{from}</b>
          <Icon name="arrow" />
          <b>{to}</b>
        </span>
        <span class="fw-how">
          <span class="chip chip-canceled">{t.modes[mapping.mode]}</span>
          <Used mapping={mapping} />
          {trouble !== undefined && <span class="chip fw-trouble">{trouble}</span>}
        </span>
      </button>
      <button
        type="button"
        class="switch switch-calm"
        role="switch"
        aria-checked={enabled}
        aria-label={t.isOn(from, to)}
        onClick={() => void change(mapping, { enabled: !enabled })}
      >
        <span class="switch-track" aria-hidden="true" />
      </button>
      <button
        type="button"
        class="button button-quiet button-icon"
        aria-label={t.remove(from, to)}
        title={t.remove(from, to)}
        onClick={() => void disconnect(mapping)}
      >
        <Icon name="trash" />
      </button>
    </li>
  );
}

/** How the last post went out: the mode that was wished, or another and why. */
function Used({ mapping: { mode, lastMode } }: Pick<MappingRowProps, "mapping">) {
  const t = texts.value.forwarder;
  if (lastMode === undefined) return <span class="hint">{t.neverUsed}</span>;
  if (lastMode === mode) return <span class="hint">{t.usedAsWished}</span>;
  // Why it went otherwise stands in brackets.
  return <span class={lastMode.includes("(") ? "fw-fallback" : "hint"}>{t.used(lastMode)}</span>;
}
