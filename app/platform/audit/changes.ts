/** What a change did to the columns of a row: of each that is not as before, the old value and the new one. */
export type Changes = Record<string, [before: unknown, after: unknown]>;

/** The columns in which two versions of a row differ; both have the same columns. */
export function changesBetween<Row extends object>(before: Row, after: Row): Changes {
  const keys = Object.keys(after) as (keyof Row & string)[];
  return Object.fromEntries(
    keys
      .filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
      .map((key) => [key, [before[key], after[key]]]),
  );
}
