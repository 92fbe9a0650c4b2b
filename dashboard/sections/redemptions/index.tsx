import { Empty } from "../../parts/empty.tsx";
import { Page } from "../../parts/page.tsx";
import { pages, titleOf } from "../sections.ts";

export default function Redemptions() {
  return (
    <Page title={titleOf("redemptions")}>
      <Empty icon={pages.redemptions.icon}>…</Empty>
    </Page>
  );
}
