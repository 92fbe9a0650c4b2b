import { useQuery } from "@tanstack/preact-query";
import { Redirect, Router, useLocation } from "wouter-preact";
import type { Section } from "#domain/admin/rights";
import { Empty } from "../parts/empty.tsx";
import { Loading } from "../parts/loading.tsx";
import { Page } from "../parts/page.tsx";
import { InSection } from "../parts/permission.tsx";
import { Trouble } from "../parts/trouble.tsx";
import { pages, titleOf } from "../sections/sections.ts";
import { openSections } from "../session/presence.ts";
import { say } from "./words.ts";

/** The section that the address names; where it names none, the first that is open. */
export function SectionShown() {
  const [location] = useLocation();
  const [, name = ""] = location.split("/");
  const section = openSections.value.find((open) => open === name);
  if (section) return <Loaded key={section} section={section} />;
  const [first] = openSections.value;
  return name === "" && first ? <Redirect to={`/${first}`} replace /> : <Nowhere isAnythingOpen={!!first} />;
}

/** A section's script comes when it is wanted, and is kept. */
function Loaded({ section }: { readonly section: Section }) {
  const { data, error } = useQuery({
    queryKey: ["section", section],
    queryFn: pages[section].load,
    staleTime: Infinity,
    gcTime: Infinity,
    structuralSharing: false,
  });
  return (
    <InSection section={section}>
      <Router base={`/${section}`}>
        {data ? (
          <data.default />
        ) : (
          <Page title={titleOf(section)}>
            {/* After a deployment the files have other names: what does not come is asked for by a whole new page. */}
            {error ? (
              <Trouble error={error} onRetry={() => globalThis.location.reload()} />
            ) : (
              <Loading lines={6} />
            )}
          </Page>
        )}
      </Router>
    </InSection>
  );
}

function Nowhere({ isAnythingOpen }: { readonly isAnythingOpen: boolean }) {
  return (
    <Page title={say("shell-nowhere")}>
      <Empty icon="search">{say(isAnythingOpen ? "shell-nowhere-text" : "shell-nothing-open")}</Empty>
    </Page>
  );
}
