import { useFilter } from "./draft.tsx";
import { KindsField } from "./kinds-field.tsx";
import { LinesSetting } from "./lines-setting.tsx";
import { NumberSetting } from "./number-setting.tsx";
import { OptionField } from "./option-field.tsx";
import { say } from "./words.ts";

/** Which posts go, besides by their words. */
export function FiltersFields() {
  return (
    <>
      <div class="settings-pair">
        <OptionField name="links" />
        <OptionField name="mentions" />
        <OptionField name="reposts" />
        <OptionField name="order" />
      </div>
      <OptionField name="invert-include" />
      <OptionField name="invert-exclude" />
      <OptionField name="automatic" />
      <MediaFields />
      <FilesFields />
      <NamesFields filter="senders" />
      <NamesFields filter="origins" />
    </>
  );
}

function MediaFields() {
  const [media, setMedia] = useFilter("media");
  const { allow, ...others } = media;
  return (
    <>
      <KindsField
        label={say("settings-kinds-only")}
        kinds={allow ?? []}
        onChange={(kinds) => setMedia(kinds.length > 0 ? { ...others, allow: kinds } : others)}
      />
      <KindsField
        label={say("settings-kinds-never")}
        kinds={media.deny}
        onChange={(deny) => setMedia({ ...media, deny })}
      />
      <OptionField name="unwanted" />
    </>
  );
}

const megabyte = 1_000_000;

function FilesFields() {
  const [{ mostBytes, ...size }, setSize] = useFilter("size");
  const [extensions, setExtensions] = useFilter("extensions");
  const { allow, ...others } = extensions;
  return (
    <div class="settings-pair">
      <NumberSetting
        label={say("settings-size")}
        hint={say("settings-size-hint")}
        value={mostBytes === undefined ? undefined : mostBytes / megabyte}
        usual={undefined}
        least={1}
        most={4_000}
        onChange={(most) => setSize(most === undefined ? size : { ...size, mostBytes: most * megabyte })}
      />
      <LinesSetting
        label={say("settings-extensions-only")}
        hint={say("settings-extensions-hint")}
        words={allow ?? []}
        onChange={(words) => setExtensions(words.length > 0 ? { ...others, allow: words } : others)}
      />
      <LinesSetting
        label={say("settings-extensions-never")}
        words={extensions.deny}
        onChange={(deny) => setExtensions({ ...extensions, deny })}
      />
    </div>
  );
}

function NamesFields({ filter }: { readonly filter: "senders" | "origins" }) {
  const [names, setNames] = useFilter(filter);
  return (
    <div class="settings-pair">
      <LinesSetting
        label={say(`settings-${filter}-only`)}
        hint={say("settings-names-hint")}
        words={names.allow}
        onChange={(allow) => setNames({ ...names, allow })}
      />
      <LinesSetting
        label={say(`settings-${filter}-never`)}
        words={names.deny}
        onChange={(deny) => setNames({ ...names, deny })}
      />
    </div>
  );
}
