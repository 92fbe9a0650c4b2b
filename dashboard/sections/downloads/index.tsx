import { Empty } from "../../parts/empty.tsx";
import { Page } from "../../parts/page.tsx";
import { pages, titleOf } from "../sections.ts";

export default function Downloads() {
  return (
    <Page title={titleOf("downloads")}>
      <Empty icon={pages.downloads.icon}>…</Empty>
    </Page>
  );
}
