import type { ComponentChildren } from "preact";
import type { Fault } from "../../../world/faults.ts";
import { addFault, addFaultFor, faults, removeFault } from "../state/outside.ts";
import { texts } from "../state/language.ts";
import { type FaultPreset, isPreset } from "./fault-presets.ts";

interface FaultButtonsProps {
  readonly presets: readonly FaultPreset[];
  /** Whatever else can be made to go wrong. */
  readonly children?: ComponentChildren;
}

/** Things that go wrong at one click, and right again at another. */
export function FaultButtons({ presets, children }: FaultButtonsProps) {
  const t = texts.value;
  const others = faults.value.filter((fault) => !presets.some((preset) => isPreset(preset, fault)));
  return (
    <div class="faults" role="group" aria-label={t.faults}>
      {presets.map((preset) => {
        const active = faults.value.find((fault) => isPreset(preset, fault));
        return (
          <button
            key={preset.name}
            type="button"
            class="fault"
            aria-pressed={active !== undefined}
            title={t.faultMeaning[preset.name]}
            onClick={() => void (active ? removeFault(active) : add(preset))}
          >
            {t.faultNames[preset.name]}
          </button>
        );
      })}
      {children}
      {others.map((fault) => (
        <OtherFault key={fault.id} fault={fault} />
      ))}
    </div>
  );
}

const add = ({ fault, lasts }: FaultPreset) =>
  lasts === undefined ? addFault(fault()) : addFaultFor(fault(), lasts);

/** A fault that somebody added by the API. */
function OtherFault({ fault }: { readonly fault: Fault }) {
  const { id: _, ...rest } = fault;
  return (
    <button
      type="button"
      class="fault"
      aria-pressed="true"
      title={JSON.stringify(rest)}
      onClick={() => void removeFault(fault)}
    >
      {texts.value.otherFault}: {fault.service}
    </button>
  );
}
