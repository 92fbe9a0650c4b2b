import type { ComponentChildren } from "preact";
import type { Section } from "#domain/admin/rights";
import { Empty } from "../parts/empty.tsx";
import { SelectField } from "../parts/field.tsx";
import { Page } from "../parts/page.tsx";
import { Told } from "../parts/told.tsx";
import { titleOf } from "../sections/titles.ts";
import { choose, useChannels } from "./chosen.ts";
import { say } from "./words.ts";

interface ChannelPageProps {
  readonly section: Section;
  readonly intro: string;
  readonly children: (channel: string) => ComponentChildren;
}

/** The page of a section about one channel; where there are several, which one is chosen at its top. */
export function ChannelPage({ section, intro, children }: ChannelPageProps) {
  const { answer, known, chosen } = useChannels();
  const chooser = known.length > 1 && chosen && (
    <SelectField
      label={say("channels-choose")}
      value={chosen.id}
      options={known.map(({ id, login }) => ({ value: id, text: login }))}
      onChange={choose}
    />
  );
  return (
    <Page title={titleOf(section)} intro={intro} {...(chooser && { aside: chooser })}>
      <Told answer={answer} lines={6}>
        {() => (chosen ? children(chosen.id) : <Empty>{say("channels-none")}</Empty>)}
      </Told>
    </Page>
  );
}
