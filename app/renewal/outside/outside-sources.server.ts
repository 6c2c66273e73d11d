import type { Reader } from "~/platform/database/database.server";
import type { EarnedHours } from "~/renewal/progress/renewal-sources";
import { doesCount, isVouchedFor, markOf, minutesOf } from "./outside-hours";
import { listOutsideHours } from "./outside-hours.server";

/** What somebody earned elsewhere, as renewals and ladders count it. Asks nobody for permission. */
export const listOutsideSources = (db: Reader, personId: string): EarnedHours[] =>
  listOutsideHours(db, personId)
    .filter(({ state }) => doesCount(state))
    .map((row) => ({
      id: row.id,
      title: row.title,
      provider: row.providerName,
      startedOn: row.startedOn,
      completedOn: row.completedOn,
      minutes: minutesOf(row),
      designations: row.designations,
      modality: row.inPerson ? "in-person" : null,
      // Whether another provider may give a topic (A4) is for a registrar to look at.
      giver: null,
      entered: {
        kind: row.kind,
        amount: row.amount,
        mark: markOf(row),
        isVouchedFor: isVouchedFor(row.state, row.issuer?.isTrusted === true),
        href: `/certificate/elsewhere/${row.id}`,
      },
    }));
