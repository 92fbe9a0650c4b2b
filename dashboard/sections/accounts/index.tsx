import { Empty } from "../../parts/empty.tsx";
import { Page } from "../../parts/page.tsx";
import { pages, titleOf } from "../sections.ts";

export default function Accounts() {
  return (
    <Page title={titleOf("accounts")}>
      <Empty icon={pages.accounts.icon}>…</Empty>
    </Page>
  );
}
