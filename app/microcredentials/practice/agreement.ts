import { kappaOf, type Level } from "~/microcredentials/assessment/assessment";
import { plural } from "~/platform/format";

/** What somebody scored in practice, beside what was decided. */
export interface ScorePair {
  /** Key of the criterion. */
  criterion: string;
  mine: Level;
  agreed: Level;
}

/** How far somebody's scores agree with those that were decided. */
export interface Agreement {
  count: number;
  same: number;
  /** Null where it says nothing: without scores, or where both only ever said one and the same level. */
  kappa: number | null;
}

/** How far scores agree, all together. */
export function agreementOf(pairs: readonly ScorePair[]): Agreement {
  return {
    count: pairs.length,
    same: pairs.filter(({ mine, agreed }) => mine === agreed).length,
    kappa: kappaOf(pairs.map(({ mine, agreed }) => [mine, agreed])),
  };
}

/** How far scores agree, by criterion, in the order in which the criteria come. */
export function agreementByCriterion(pairs: readonly ScorePair[]): Map<string, Agreement> {
  const groups = Map.groupBy(pairs, ({ criterion }) => criterion);
  return new Map([...groups].map(([criterion, theirs]) => [criterion, agreementOf(theirs)]));
}

/** Kappa as it is shown: two decimals with a true minus; in words where it cannot be reckoned. */
export function kappaInWords({ count, same, kappa }: Agreement): string {
  if (count === 0) return "No scores yet";
  const shown = kappa === null ? "Not to be reckoned: one level only" : kappa.toFixed(2).replace(/^-(?=0\.00$)/, "");
  return `${shown.replace("-", "−")} (${same} of ${plural(count, "score")} the same)`;
}
