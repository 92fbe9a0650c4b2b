import { isBroken, repair, services, turnService } from "../state/outside.ts";
import { texts } from "../state/language.ts";

/** Services that can be taken away and given back. */
export function Services() {
  const t = texts.value;
  return (
    <div class="switches" role="group" aria-label={t.services}>
      {services.value.map((service) => (
        <button
          key={service.name}
          type="button"
          class="switch"
          role="switch"
          aria-checked={service.running}
          aria-label={t.serviceOn(service.name)}
          title={service.hosts.join(", ")}
          onClick={() => void turnService(service)}
        >
          <span class="switch-track" aria-hidden="true" /> {service.name}
        </button>
      ))}
      {isBroken.value && (
        <button type="button" class="button button-small" onClick={() => void repair()}>
          {t.repair}
        </button>
      )}
    </div>
  );
}
