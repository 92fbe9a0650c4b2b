import { Empty } from "../../parts/empty.tsx";
import { Page } from "../../parts/page.tsx";
import { pages, titleOf } from "../sections.ts";

export default function Audit() {
  return (
    <Page title={titleOf("audit")}>
      <Empty icon={pages.audit.icon}>…</Empty>
    </Page>
  );
}
