import { useEffect, useState } from "preact/hooks";
import { Link, useLocation } from "wouter-preact";
import { Problem } from "../../../api/problem.ts";
import { useAnswer, useChange } from "../../../api/use.ts";
import { Button } from "../../../parts/button.tsx";
import { Card } from "../../../parts/card.tsx";
import { confirmed } from "../../../parts/confirm.tsx";
import { Empty } from "../../../parts/empty.tsx";
import { Told } from "../../../parts/told.tsx";
import { nameOf, pathOf } from "../names.ts";
import { type Mapping, mappings } from "../routes.ts";
import { SettingsForm } from "../settings/settings-form.tsx";
import { forgetChanges } from "../settings/use-mapping-form.ts";
import { CopyDialog } from "./copy-dialog.tsx";
import { LastCarried, OnOff, TroubleOf } from "./mapping-row.tsx";
import { say } from "./words.ts";

/** One mapping: how it is, what can be done with it, and all its settings. */
export function OneMapping({ id }: { readonly id: string }) {
  const answer = useAnswer(mappings[":id"], { param: { id } }, { every: 15_000 });
  return (
    <>
      <Link class="mappings-back" href="/">
        ← {say("mappings-back")}
      </Link>
      {answer.error instanceof Problem && answer.error.status === 404 ? (
        <Gone id={id} />
      ) : (
        <Told answer={answer} lines={8}>
          {(mapping) => (
            <>
              <Head mapping={mapping} />
              <SettingsForm mapping={mapping} />
            </>
          )}
        </Told>
      )}
    </>
  );
}

function Gone({ id }: { readonly id: string }) {
  useEffect(() => forgetChanges(id), [id]);
  return <Empty icon="swap">{say("mappings-gone")}</Empty>;
}

function Head({ mapping }: { readonly mapping: Mapping }) {
  return (
    <Card title={nameOf(mapping)} aside={<OnOff mapping={mapping} />}>
      <div class="forwarder-what">
        {mapping.label !== "" && <p>{pathOf(mapping)}</p>}
        <TroubleOf mapping={mapping} />
        <p class="hint">
          <LastCarried mapping={mapping} />
        </p>
      </div>
      <Deeds mapping={mapping} />
    </Card>
  );
}

function Deeds({ mapping }: { readonly mapping: Mapping }) {
  const [isCopying, setIsCopying] = useState(false);
  const [, go] = useLocation();
  const { id } = mapping;
  const name = nameOf(mapping);
  const remove = useChange(mappings[":id"].$delete, {
    refreshes: [mappings],
    leaves: true,
    done: say("mappings-removed", { name }),
  });
  const leave = () => {
    forgetChanges(String(id));
    go("/");
  };
  const ask = async () => {
    const question = {
      title: say("mappings-remove-title", { name }),
      text: say("mappings-remove-text"),
      action: say("mappings-remove"),
    };
    if (await confirmed(question)) remove.mutate({ param: { id } }, { onSuccess: leave });
  };
  return (
    <div class="forwarder-deeds">
      <Link class="button button-usual button-small" href={`/tester/${id}`}>
        {say("mappings-test")}
      </Link>
      <Button small changes icon="copy" onPress={() => setIsCopying(true)}>
        {say("mappings-copy")}
      </Button>
      <Button small changes look="quiet" icon="trash" pending={remove.isPending} onPress={() => void ask()}>
        {say("mappings-remove")}
      </Button>
      {isCopying && <CopyDialog from={mapping} onClose={() => setIsCopying(false)} />}
    </div>
  );
}
