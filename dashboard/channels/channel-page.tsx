import type { ComponentChildren } from "preact";
import type { Section } from "#domain/admin/rights";
import { Empty } from "../parts/empty.tsx";
import { Page } from "../parts/page.tsx";
import { Told } from "../parts/told.tsx";
import { titleOf } from "../sections/titles.ts";
import { chooserOf } from "./chooser.tsx";
import { useChannels } from "./chosen.ts";
import { say } from "./words.ts";

interface ChannelPageProps {
  readonly section: Section;
  readonly intro: string;
  readonly children: (channel: string) => ComponentChildren;
}

/** The page of a section about one channel; where there are several, which one is chosen at its top. */
export function ChannelPage({ section, intro, children }: ChannelPageProps) {
  const { answer, known, chosen } = useChannels();
  const chooser = chooserOf({ known, chosen });
  return (
    <Page title={titleOf(section)} intro={intro} {...(chooser && { aside: chooser })}>
      <Told answer={answer} lines={6}>
        {() => (chosen ? children(chosen.id) : <Empty>{say("channels-none")}</Empty>)}
      </Told>
    </Page>
  );
}
