import { Empty } from "../../parts/empty.tsx";
import { Page } from "../../parts/page.tsx";
import { pages, titleOf } from "../sections.ts";

export default function Console() {
  return (
    <Page title={titleOf("console")}>
      <Empty icon={pages.console.icon}>…</Empty>
    </Page>
  );
}
