import { Empty } from "../../parts/empty.tsx";
import { Page } from "../../parts/page.tsx";
import { pages, titleOf } from "../sections.ts";

export default function Players() {
  return (
    <Page title={titleOf("players")}>
      <Empty icon={pages.players.icon}>…</Empty>
    </Page>
  );
}
