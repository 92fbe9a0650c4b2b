import { Card } from "../../parts/card.tsx";
import { texts } from "../../state/language.ts";
import { ExampleButton } from "../rooms/nothing.tsx";
import { mappings } from "../state/product.ts";
import { between } from "../state/rooms.ts";
import { MappingRow } from "./mapping-row.tsx";
import { MappingSettings } from "./mapping-settings.tsx";

/** From where to where the product carries posts, and how. */
export function Mappings() {
  const t = texts.value.forwarder;
  const listed = mappings.value ?? [];
  return (
    <>
      <Card
        name="fw-mappings"
        title={t.tabs.mappings}
        aside={<span class="counts">{listed.length > 0 && listed.length}</span>}
      >
        {listed.length === 0 ? (
          <Beginning />
        ) : (
          <ul class="fw-list">
            {listed.map((mapping) => (
              <MappingRow key={mapping.id} mapping={mapping} isOpen={mapping.id === between.value?.id} />
            ))}
          </ul>
        )}
      </Card>
      {between.value && <MappingSettings key={between.value.id} mapping={between.value} />}
    </>
  );
}

/** First steps, for whoever has not seen a forwarder yet. */
function Beginning() {
  const t = texts.value.forwarder;
  return (
    <div class="card-body fw-beginning">
      <p>{mappings.value ? t.whatItIs : texts.value.productUnknown}</p>
      <ol>
        {t.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <ExampleButton />
    </div>
  );
}
