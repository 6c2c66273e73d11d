/** What an offering has from its approval on (A1, A6), and from its publication on its times; null before. */
type GivenByPublication = "approvedMinutes" | "inServiceNumber" | "policy" | "startsAt" | "endsAt";

/** An offering, or some of its columns, that was published, cancelled since or not: what a registration is for. */
export type Published<O> = {
  [Column in keyof O]: Column extends GivenByPublication ? NonNullable<O[Column]> : O[Column];
};

const GIVEN: readonly GivenByPublication[] = ["approvedMinutes", "inServiceNumber", "policy", "startsAt", "endsAt"];

/**
 * Says of an offering that people registered for what its publication gave it.
 * @throws Error when one of those columns is there and empty: the offering was never published
 */
export function published<O extends object>(offering: O): Published<O> {
  for (const column of GIVEN) {
    if (Object.hasOwn(offering, column) && offering[column as keyof O] === null)
      throw new Error(`An offering without ${column} was never published.`);
  }
  return offering as Published<O>;
}
