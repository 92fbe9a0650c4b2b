import type { MappingSettings } from "#domain/forwarder/mapping-settings";
import { ButtonsSetting } from "./buttons-setting.tsx";
import { DedupFields } from "./dedup-fields.tsx";
import { defaults } from "./defaults.ts";
import { isSame, useDraft } from "./draft.tsx";
import { FiltersFields } from "./filters-fields.tsx";
import { Fold } from "./fold.tsx";
import { OptionField } from "./option-field.tsx";
import { PaceFields } from "./pace-fields.tsx";
import { say } from "./words.ts";

/** What few people need. */
export function Folds() {
  const { settings } = useDraft();
  const differs = (...names: readonly (keyof MappingSettings)[]) =>
    names.some((name) => !isSame(settings[name], defaults[name]));
  const { keywords, ...filters } = settings.filters;
  const { keywords: usualWords, ...usualFilters } = defaults.filters;
  const rules = { ...keywords, include: [], exclude: [] };
  return (
    <>
      <Fold
        title={say("settings-filters")}
        isChanged={!isSame(filters, usualFilters) || !isSame(rules, usualWords)}
      >
        <FiltersFields />
      </Fold>
      <Fold title={say("settings-buttons-title")} isChanged={differs("linkPreview", "buttons", "addButtons")}>
        <div class="settings-pair">
          <OptionField name="preview" />
          <OptionField name="buttons" />
        </div>
        <ButtonsSetting />
      </Fold>
      <Fold
        title={say("settings-afterwards")}
        isChanged={differs("edits", "editsOtherwise", "editsRejected", "replies", "pins")}
      >
        <div class="settings-pair">
          <OptionField name="edits" />
          <OptionField name="edits-otherwise" />
          <OptionField name="edits-rejected" />
          <OptionField name="replies" />
        </div>
        <OptionField name="pins" />
      </Fold>
      <Fold
        title={say("settings-pace")}
        isChanged={differs(
          "priority",
          "delaySeconds",
          "perMinute",
          "rereadSeconds",
          "quietHours",
          "timeZone",
        )}
      >
        <PaceFields />
      </Fold>
      <Fold title={say("settings-duplicates")} isChanged={differs("dedup")}>
        <DedupFields />
      </Fold>
      <Fold title={say("settings-trouble")} isChanged={differs("fallback", "protectedPosts", "unsure")}>
        <OptionField name="fallback" />
        <div class="settings-pair">
          <OptionField name="protected" />
          <OptionField name="unsure" />
        </div>
      </Fold>
    </>
  );
}
