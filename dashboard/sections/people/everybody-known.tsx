import type { UseQueryResult } from "@tanstack/preact-query";
import { type Degree, sectionsToGive } from "#domain/admin/rights";
import { useChange } from "../../api/use.ts";
import { Badge } from "../../parts/badge.tsx";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { confirmed } from "../../parts/confirm.tsx";
import { Empty } from "../../parts/empty.tsx";
import { Moment } from "../../parts/moment.tsx";
import { Told } from "../../parts/told.tsx";
import { iconOf } from "../icons.ts";
import { titleOf } from "../titles.ts";
import { placeOf } from "./draft.ts";
import { type Known, people, sessions } from "./routes.ts";
import { say } from "./words.ts";
import "../../parts/rows.css";
import "./people.css";

interface KnownProps {
  readonly onChange: (whom: Known) => void;
  readonly onPassword: (whom: Known) => void;
}

/** Everybody who may come in. */
export function EverybodyKnown({
  answer,
  ...deeds
}: KnownProps & { readonly answer: UseQueryResult<{ readonly items: readonly Known[] }> }) {
  return (
    <Card title={say("people-known")}>
      <Told answer={answer}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon={iconOf("people")}>{say("people-nobody")}</Empty>
          ) : (
            <ul class="rows">
              {items.map((each) => (
                <OneKnown key={each.id} known={each} isLastOwner={isLastOwner(each, items)} {...deeds} />
              ))}
            </ul>
          )
        }
      </Told>
    </Card>
  );
}

const isLastOwner = ({ role }: Known, everybody: readonly Known[]) =>
  role === "owner" && everybody.filter((each) => each.role === "owner").length === 1;

interface OneKnownProps extends KnownProps {
  readonly known: Known;
  readonly isLastOwner: boolean;
}

function OneKnown({ known, isLastOwner: isLast, onChange, onPassword }: OneKnownProps) {
  const { id, name, role, hasPassword, seenAt } = known;
  return (
    <li>
      <div class="people-who">
        <p>
          <strong>{name}</strong>{" "}
          <Badge tone={role === "owner" ? "accent" : "plain"}>{say(`people-${role}`)}</Badge>
        </p>
        <p>{rightsOf(known)}</p>
        <p class="hint">
          {placeOfWords(id)} ·{" "}
          {seenAt === undefined ? (
            say("people-never-seen")
          ) : (
            <>
              {say("people-seen")} <Moment at={seenAt} />
            </>
          )}
          {placeOf(id) === "name" && !hasPassword && ` · ${say("people-no-password")}`}
        </p>
      </div>
      <div class="people-deeds">
        <Button
          changes
          small
          icon="pencil"
          label={say("people-change-whom", { name })}
          onPress={() => onChange(known)}
        >
          {say("people-change")}
        </Button>
        {placeOf(id) === "name" && (
          <Button
            small
            changes
            icon="lock"
            label={say("people-password-of", { name })}
            onPress={() => onPassword(known)}
          >
            {say("people-password")}
          </Button>
        )}
        <Remove known={known} isLastOwner={isLast} />
      </div>
    </li>
  );
}

function Remove({ known: { id, name }, isLastOwner: isLast }: Pick<OneKnownProps, "known" | "isLastOwner">) {
  const remove = useChange(people[":id"].$delete, {
    refreshes: [people, sessions],
    done: say("people-removed", { name }),
  });
  const ask = async () => {
    const text = say("people-remove-text", { name });
    const question = { title: say("people-remove-title", { name }), text, action: say("people-remove") };
    if (await confirmed(question)) remove.mutate({ param: { id } });
  };
  return (
    <span title={isLast ? say("people-last-owner") : undefined}>
      <Button
        changes
        small
        look="quiet"
        icon="trash"
        disabled={isLast}
        pending={remove.isPending}
        label={
          isLast
            ? `${say("people-remove")}. ${say("people-last-owner")}`
            : say("people-remove-whom", { name })
        }
        onPress={() => void ask()}
      >
        {say("people-remove")}
      </Button>
    </span>
  );
}

const placeOfWords = (id: string) => {
  const place = placeOf(id);
  return place ? say(`people-at-${place}`, { account: id.slice(place.length + 1) }) : id;
};

function rightsOf({ role, rights }: Known): string {
  if (role === "owner") return say("people-may-everything");
  const titles = (wanted: Degree) =>
    sectionsToGive
      .filter((section) => rights[section] === wanted)
      .map(titleOf)
      .join(", ");
  const words = [
    titles("change") && say("people-may-change", { sections: titles("change") }),
    titles("see") && say("people-may-see", { sections: titles("see") }),
  ].filter(Boolean);
  return words.join(" ") || say("people-may-nothing");
}
