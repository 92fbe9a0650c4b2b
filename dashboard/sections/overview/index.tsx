import { Empty } from "../../parts/empty.tsx";
import { Page } from "../../parts/page.tsx";
import { pages, titleOf } from "../sections.ts";

export default function Overview() {
  return (
    <Page title={titleOf("overview")}>
      <Empty icon={pages.overview.icon}>…</Empty>
    </Page>
  );
}
