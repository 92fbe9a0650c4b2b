interface TicksProps<Id> {
  readonly options: readonly { readonly id: Id; readonly name: string; readonly hint?: string | undefined }[];
  readonly chosen: readonly Id[];
  readonly onChoose: (ids: readonly Id[]) => void;
}

/** As many of a list as somebody wants. */
export function Ticks<Id extends string | number>({ options, chosen, onChoose }: TicksProps<Id>) {
  const tick = (id: Id, isTicked: boolean) =>
    onChoose(isTicked ? [...chosen, id] : chosen.filter((each) => each !== id));
  return (
    <div class="mappings-known">
      {options.map(({ id, name, hint }) => (
        <label key={id}>
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            onChange={({ currentTarget }) => tick(id, currentTarget.checked)}
          />
          <span>
            {name} {hint && <span class="hint">{hint}</span>}
          </span>
        </label>
      ))}
    </div>
  );
}
