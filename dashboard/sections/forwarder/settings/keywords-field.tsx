import { useState } from "preact/hooks";
import type { Pattern } from "#domain/forwarder/pattern";
import { Button } from "../../../parts/button.tsx";
import { Chip, Chips } from "../../../parts/chips.tsx";
import { AreaField, SelectField } from "../../../parts/field.tsx";
import { Switch } from "../../../parts/switch.tsx";
import { useFilter } from "./draft.tsx";
import { isSamePattern, withPatterns } from "./patterns.ts";
import { say } from "./words.ts";

export const waysToFind = ["word", "substring", "regex"] as const;
type Way = (typeof waysToFind)[number];

/** Wanted or unwanted words: those there are, and a field for more. */
export function KeywordsField({ list }: { readonly list: "include" | "exclude" }) {
  const [keywords, setKeywords] = useFilter("keywords");
  const put = (patterns: Pattern[]) => setKeywords({ ...keywords, [list]: patterns });
  return (
    <fieldset class="settings-keywords">
      <legend>{say(`settings-${list}`)}</legend>
      <p class="hint">{say(`settings-${list}-hint`)}</p>
      {keywords[list].length > 0 && (
        <Chips>
          {keywords[list].map((pattern) => (
            <Keyword
              key={`${pattern.as} ${pattern.caseSensitive} ${pattern.find}`}
              pattern={pattern}
              onRemove={() => put(keywords[list].filter((each) => !isSamePattern(each, pattern)))}
            />
          ))}
        </Chips>
      )}
      <More list={list} onAdd={(more) => put(withPatterns(keywords[list], more))} />
    </fieldset>
  );
}

interface KeywordProps {
  readonly pattern: Pattern;
  readonly onRemove: () => void;
}

function Keyword({ pattern: { find, as, caseSensitive }, onRemove }: KeywordProps) {
  return (
    <Chip removal={say("settings-chip-remove", { find })} onRemove={onRemove}>
      <code>{find}</code>
      {as !== "word" && <span class="hint">{say(`settings-as-${as}`)}</span>}
      {caseSensitive && <span class="hint">{say("settings-case")}</span>}
    </Chip>
  );
}

interface MoreProps {
  readonly list: "include" | "exclude";
  readonly onAdd: (patterns: readonly Pattern[]) => void;
}

function More({ list, onAdd }: MoreProps) {
  const [words, setWords] = useState("");
  const [as, setAs] = useState<Way>("word");
  const [caseSensitive, setCaseSensitive] = useState(false);
  const add = () => {
    const found = words.split("\n").flatMap((line) => line.trim() || []);
    onAdd(found.map((find) => ({ find, as, caseSensitive })));
    setWords("");
  };
  return (
    <>
      <AreaField
        label={say(`settings-${list}-more`)}
        rows={1}
        placeholder={say("settings-one-a-line")}
        value={words}
        onChange={setWords}
      />
      <div class="fields">
        <SelectField
          label={say("settings-as")}
          value={as}
          options={waysToFind.map((value) => ({ value, text: say(`settings-as-${value}`) }))}
          onChange={setAs}
        />
        <Switch label={say("settings-case")} on={caseSensitive} onSwitch={setCaseSensitive} />
        <Button
          changes
          icon="plus"
          disabled={words.trim() === ""}
          label={say(`settings-${list}-add`)}
          onPress={add}
        >
          {say("settings-add")}
        </Button>
      </div>
    </>
  );
}
