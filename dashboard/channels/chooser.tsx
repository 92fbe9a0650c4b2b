import { SelectField } from "../parts/field.tsx";
import { choose, type useChannels } from "./chosen.ts";
import { say } from "./words.ts";

type Channels = Pick<ReturnType<typeof useChannels>, "known" | "chosen">;

/** Which of several channels is looked at; undefined where there is nothing to choose. */
export const chooserOf = ({ known, chosen }: Channels) =>
  known.length > 1 && chosen ? (
    <SelectField
      label={say("channels-choose")}
      value={chosen.id}
      options={known.map(({ id, login }) => ({ value: id, text: login }))}
      onChange={choose}
    />
  ) : undefined;
