import { QueryClientProvider } from "@tanstack/preact-query";
import { render } from "preact";
import { client } from "./api/client.ts";
import { watchConnection } from "./api/connection.ts";
import { queryClient } from "./api/query-client.ts";
import { refresh } from "./api/use.ts";
import { rememberLanguage } from "./language/language.ts";
import { watchDrafts } from "./parts/drafts.ts";
import { watchSession } from "./session/watch.ts";
import { App } from "./shell/app.tsx";
import { rememberTheme } from "./shell/theme.ts";
import "./style/theme.css";
import "./style/base.css";

rememberTheme();
rememberLanguage();
watchConnection(
  () => client.api.session.ways.$get(),
  () => void refresh(),
);
watchSession();
watchDrafts();

const place = document.getElementById("page");
if (place) {
  render(
    <QueryClientProvider client={queryClient}>
      <App />
    </QueryClientProvider>,
    place,
  );
}
