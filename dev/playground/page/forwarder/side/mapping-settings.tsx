import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import type { Mapping, Transform } from "../../../wire-forwarder.ts";
import { Card } from "../../parts/card.tsx";
import { Choice } from "../../parts/choice.tsx";
import { Switch } from "../../parts/switch.tsx";
import { texts } from "../../state/language.ts";
import { change } from "../state/product.ts";

/** A few of the settings of a mapping, to see what they do. All of them are in the bot's panel. */
export function MappingSettings({ mapping }: { readonly mapping: Mapping }) {
  const t = texts.value.forwarder;
  const { keywords } = mapping.filters;
  return (
    <Card name="fw-settings" title={t.settings} aside={<span class="hint">{t.settingsHint}</span>}>
      <div class="card-body">
        <Choice
          label={t.mode}
          options={(["copy", "forward"] as const).map((value) => ({ value, text: t.modes[value] }))}
          value={mapping.mode}
          onChoose={(mode) => void change(mapping, { mode })}
        />
        <Words label={t.header} hint={t.headerHint} value={textOf(mapping, "header")}>
          {(text) => change(mapping, { transforms: withText(mapping, "header", text) })}
        </Words>
        <Words label={t.footer} hint={t.footerHint} value={textOf(mapping, "footer")}>
          {(text) => change(mapping, { transforms: withText(mapping, "footer", text) })}
        </Words>
        <Words label={t.unwanted} hint={t.unwantedHint} value={keywords.exclude[0]?.find ?? ""}>
          {(find) =>
            change(mapping, {
              filters: {
                ...mapping.filters,
                keywords: { ...keywords, exclude: find === "" ? [] : [{ find, as: "substring" }] },
              },
            })
          }
        </Words>
        <div class="fw-switches">
          <Switch label={t.pins} isOn={mapping.pins} onTurn={(pins) => void change(mapping, { pins })} />
          <Switch
            label={t.protectedToo}
            isOn={mapping.protectedPosts === "copy"}
            onTurn={(on) => void change(mapping, { protectedPosts: on ? "copy" : "skip" })}
          />
        </div>
      </div>
    </Card>
  );
}

interface WordsProps {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly children: (words: string) => Promise<void>;
}

/** Words that count as soon as the field is left, or at Enter. */
function Words({ label, hint, value, children: save }: WordsProps): ComponentChildren {
  const id = useId();
  return (
    <div class="fw-words">
      <label class="choice-label" for={id}>
        {label}
      </label>
      <input
        id={id}
        class="field"
        placeholder={hint}
        value={value}
        onChange={({ currentTarget }) => void save(currentTarget.value.trim())}
      />
    </div>
  );
}

type Frame = "header" | "footer";

const textOf = ({ transforms }: Mapping, frame: Frame) =>
  transforms.find(({ is }) => is === frame)?.text ?? "";

function withText({ transforms }: Mapping, frame: Frame, text: string): readonly Transform[] {
  const others = transforms.filter(({ is }) => is !== frame);
  return text === "" ? others : [...others, { is: frame, text }];
}
