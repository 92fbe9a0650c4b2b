import { Empty } from "../../parts/empty.tsx";
import { Page } from "../../parts/page.tsx";
import { pages, titleOf } from "../sections.ts";

export default function Logs() {
  return (
    <Page title={titleOf("logs")}>
      <Empty icon={pages.logs.icon}>…</Empty>
    </Page>
  );
}
