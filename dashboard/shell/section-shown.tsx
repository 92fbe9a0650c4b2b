import { useQuery } from "@tanstack/preact-query";
import type { ComponentType } from "preact";
import { Redirect, Router, useLocation } from "wouter-preact";
import { noAnswer } from "../api/problem.ts";
import { Empty } from "../parts/empty.tsx";
import { Loading } from "../parts/loading.tsx";
import { Page } from "../parts/page.tsx";
import { InSection } from "../parts/permission.tsx";
import { Trouble } from "../parts/trouble.tsx";
import { pages } from "../sections/pages.ts";
import { titleOf } from "../sections/titles.ts";
import { openSections } from "../session/presence.ts";
import { lookAgain } from "../session/session.ts";
import { say } from "./words.ts";

/** Where everybody finds their own sessions: not a section, for nobody has to be given it. */
export const yourSessions = "sessions";

/** The section that the address names; where it names none, the first that is open. */
export function SectionShown() {
  const [location] = useLocation();
  const [, name = ""] = location.split("/");
  const section = openSections.value.find((open) => open === name);
  if (section)
    return (
      <InSection key={section} section={section}>
        <Loaded name={section} title={titleOf(section)} load={pages[section]} />
      </InSection>
    );
  if (name === yourSessions)
    return <Loaded name={name} title={say("shell-your-sessions")} load={loadYours} />;
  const [first] = openSections.value;
  return name === "" && first ? <Redirect to={`/${first}`} replace /> : <Nowhere isAnythingOpen={!!first} />;
}

const loadYours = () => import("../sections/people/your-sessions.tsx");

interface LoadedProps {
  /** As it is called in the address. */
  readonly name: string;
  readonly title: string;
  readonly load: () => Promise<{ readonly default: ComponentType }>;
}

/** A section's script comes when it is wanted, and is kept. */
function Loaded({ name, title, load }: LoadedProps) {
  const { data, error } = useQuery({
    queryKey: ["section", name],
    queryFn: () => load().catch(notLoaded),
    staleTime: Infinity,
    gcTime: Infinity,
    structuralSharing: false,
  });
  return (
    <Router base={`/${name}`}>
      {data ? (
        <data.default />
      ) : (
        <Page title={title}>
          {/* After a deployment the files have other names: what does not come is asked for by a whole new page. */}
          {error ? (
            <Trouble error={error} onRetry={() => globalThis.location.reload()} />
          ) : (
            <Loading lines={6} />
          )}
        </Page>
      )}
    </Router>
  );
}

/** Whether nobody answers at all, or only this file is gone, shows when something else is asked. */
function notLoaded(error: unknown): never {
  void lookAgain();
  throw noAnswer(error);
}

function Nowhere({ isAnythingOpen }: { readonly isAnythingOpen: boolean }) {
  return (
    <Page title={say("shell-nowhere")}>
      <Empty icon="search">{say(isAnythingOpen ? "shell-nowhere-text" : "shell-nothing-open")}</Empty>
    </Page>
  );
}
