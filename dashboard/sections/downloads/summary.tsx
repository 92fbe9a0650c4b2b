import { useAnswer } from "../../api/use.ts";
import { Figures } from "../../parts/facts.tsx";
import { Told } from "../../parts/told.tsx";
import { downloads } from "./routes.ts";
import { say } from "./words.ts";

export function Summary({ days }: { readonly days: number }) {
  const summary = useAnswer(downloads.summary, {}, { every: 30_000 });
  const active = useAnswer(downloads["active-users"], { query: { days } }, { every: 30_000 });
  return (
    <Told answer={summary}>
      {(told) => (
        <Figures
          figures={[
            { name: say("downloads-total"), value: told.total_downloads },
            { name: say("downloads-today"), value: told.downloads_today },
            { name: say("downloads-month"), value: told.downloads_this_month },
            {
              name: say("downloads-people"),
              value: told.users_count,
              ...(active.data && {
                hint: say("downloads-active", { active: active.data.active_users, days }),
              }),
            },
            {
              name: say("downloads-videos"),
              value: told.videos_count,
              hint: say("downloads-videos-hint"),
            },
            { name: say("downloads-failures"), value: told.failures },
            { name: say("downloads-clicks"), value: told.clicks },
            { name: say("downloads-referrals"), value: told.referrals },
          ]}
        />
      )}
    </Told>
  );
}
