import * as z from "zod";

/** Shapes for what platforms write: they owe us nothing, so whatever is not as expected counts as not said. */

/** A number above zero, be it written as text; anything else counts as not said. */
export const amount = z.coerce.number().positive().optional().catch(undefined);
export const wholeAmount = z.coerce.number().int().positive().optional().catch(undefined);
/** A text; anything else counts as empty. */
export const wording = z.string().catch("");
/** The members that are of the right shape; what is no list counts as an empty one. */
export const listOf = <Shape extends z.ZodType>(shape: Shape) =>
  z
    .array(z.unknown())
    .catch([])
    .transform((members): z.output<Shape>[] =>
      members.flatMap((member) => {
        const read = shape.safeParse(member);
        return read.success ? [read.data] : [];
      }),
    );

/** Without the members that are undefined: they may be left out, and not be there and be nothing. */
export const known = <Fields extends object>(fields: Fields) =>
  // The cast: what is left has a value.
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Fields as undefined extends Fields[Key] ? never : Key]: Fields[Key];
  } & {
    [Key in keyof Fields as undefined extends Fields[Key] ? Key : never]?: Exclude<Fields[Key], undefined>;
  };
