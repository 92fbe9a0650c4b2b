import { isBroken, repair, services, turnService } from "../state/outside.ts";
import { texts } from "../state/language.ts";

/** Services that can be taken away and given back; all of them where none are named. */
export function Services({ among }: { readonly among?: readonly string[] }) {
  const t = texts.value;
  const listed = services.value.filter(({ name }) => among?.includes(name) ?? true);
  return (
    <div class="switches" role="group" aria-label={t.services}>
      {listed.map((service) => (
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
