import { Empty } from "../../parts/empty.tsx";
import { Page } from "../../parts/page.tsx";
import { pages, titleOf } from "../sections.ts";

export default function Channel() {
  return (
    <Page title={titleOf("channel")}>
      <Empty icon={pages.channel.icon}>…</Empty>
    </Page>
  );
}
