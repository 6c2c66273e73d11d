import { joinWithin } from "~/documents/issuing/document-limits";
import type { SectionMaker } from "~/documents/issuing/transcript-content.server";
import { MOST_SECTION_ROWS } from "~/documents/issuing/transcript-section";
import { formatPlainDate } from "~/platform/format";
import { doesCount, markOf, topicsInWords, wordsOfAmount } from "./outside-hours";
import { listOutsideHours } from "./outside-hours.server";

/** Characters of the topics of one entry: more than anybody has. */
const LONGEST_TOPICS = 300;

/**
 * Hours from elsewhere on a transcript, apart from what was verified here: each says who vouches for it, and no total is made of
 * them. What a registrar returned or took back is left out.
 */
export const makeOutsideSection: SectionMaker = (db, _now, { personId, from, to, designation }) => {
  const rows = listOutsideHours(db, personId)
    .filter(({ state, completedOn, designations }) => {
      const within = (!from || completedOn >= from) && (!to || completedOn <= to);
      return within && doesCount(state) && (!designation || designations.some(({ code }) => code === designation));
    })
    .reverse();
  if (rows.length === 0) return null;
  const newest = rows.slice(-MOST_SECTION_ROWS);
  const left = rows.length > newest.length ? ` The newest ${newest.length} of ${rows.length}.` : "";
  return {
    heading: "From elsewhere: not verified clock hours",
    note: `Entered by the educator, and no part of the clock hours above. The last column says who vouches for each.${left}`,
    columns: [
      { head: "What", holds: "text" },
      { head: "Given by", holds: "text" },
      { head: "Completed", holds: "text" },
      { head: "How much", holds: "text" },
      { head: "Topics, hours", holds: "text" },
      { head: "Vouched for", holds: "text" },
    ],
    rows: newest.map((row) => ({
      on: row.completedOn,
      cells: [
        row.title,
        row.providerName,
        formatPlainDate(row.completedOn),
        wordsOfAmount(row.kind, row.amount),
        joinWithin(
          row.designations.map((each) => topicsInWords([each])),
          LONGEST_TOPICS,
        ) || "–",
        markOf(row),
      ],
    })),
    hasTotal: false,
  };
};
