import { Empty } from "../../parts/empty.tsx";
import { Page } from "../../parts/page.tsx";
import { pages, titleOf } from "../sections.ts";

export default function Forwarder() {
  return (
    <Page title={titleOf("forwarder")}>
      <Empty icon={pages.forwarder.icon}>…</Empty>
    </Page>
  );
}
