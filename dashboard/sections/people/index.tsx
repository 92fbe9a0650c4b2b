import { Empty } from "../../parts/empty.tsx";
import { Page } from "../../parts/page.tsx";
import { pages, titleOf } from "../sections.ts";

export default function People() {
  return (
    <Page title={titleOf("people")}>
      <Empty icon={pages.people.icon}>…</Empty>
    </Page>
  );
}
