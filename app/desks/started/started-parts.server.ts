import { findScope } from "~/people/roles/permission.server";
import type { ActorContext } from "~/platform/context";
import { plural } from "~/platform/format";
import { listFitLines } from "~/registration/import/import.server";
import { MOST_ROWS, type ReadList } from "~/registration/import/import-rows.server";
import { listLeft } from "~/registration/staff/cancel-offering.server";
import { groupByPerson } from "~/billing/invoices/billable.server";
import type { StartedInputs, StartedKind } from "./started-kinds.server";

/** More things than this are not done in one transaction: nobody else could write meanwhile. */
export const MOST_AT_ONCE = 100;
/** So many are done in one transaction of a long work. */
export const PART_SIZE = 20;

/** A list of things that do not depend on each other. */
interface Parts<Input> {
  /** What is to be done, each as JSON of its own. */
  items: (ctx: ActorContext, input: Input) => string[];
  /** The input that decides what is decided for all at once, before the parts: when they are started, and as they begin. */
  whole?: (input: Input) => Input;
  /** The input that does these alone. */
  only: (input: Input, items: readonly string[]) => Input;
  /** "Post 5,174 credits" */
  title: (count: number) => string;
  /** "5,174 credits posted." */
  said: (count: number) => string;
  to?: string | ((input: Input) => string);
  /** How many reasons are told why things were left out; a few where this is absent. */
  reasons?: number;
  /** Some may be passed over without the others being refused: each is asked for alone, so that those are counted. */
  oneByOne?: true;
}

/** The kinds of which there can be thousands: those are done in parts, with a progress that is seen, and can be stopped. */
export const PARTS: { [Kind in StartedKind]?: Parts<StartedInputs[Kind]> } = {
  "post-claims": {
    items: (_ctx, { claimIds }) => claimIds,
    only: (_input, claimIds) => ({ claimIds: [...claimIds] }),
    title: (count) => `Post ${plural(count, "credit")}`,
    said: (count) => `${plural(count, "credit")} posted.`,
  },
  "post-award-hours": {
    items: (_ctx, { awardIds }) => awardIds,
    only: (_input, awardIds) => ({ awardIds: [...awardIds] }),
    title: (count) => `Post ${plural(count, "credit")}`,
    said: (count) => `${plural(count, "credit")} posted.`,
    to: "/registrar/awards",
  },
  "ask-workplaces": {
    items: (_ctx, { creditIds }) => creditIds,
    only: (_input, creditIds) => ({ creditIds: [...creditIds] }),
    title: (count) => `Ask about ${plural(count, "credit")} where people worked`,
    said: (count) => `Asked about ${plural(count, "credit")}.`,
    oneByOne: true,
  },
  "issue-invoices": {
    // The claims of one person stay on one invoice.
    items: ({ db }, { claimIds }) => groupByPerson(db, claimIds).map((theirs) => JSON.stringify(theirs)),
    only: (_input, groups) => ({ claimIds: groups.flatMap((group) => JSON.parse(group) as string[]) }),
    title: (count) => `Issue ${plural(count, "invoice")}`,
    said: (count) => `${plural(count, "invoice is", "invoices are")} issued.`,
    to: "/registrar/invoices",
  },
  "change-people": {
    items: (_ctx, { registrationIds }) => registrationIds,
    only: (input, registrationIds) => ({ ...input, registrationIds: [...registrationIds] }),
    title: (count) => `Withdraw or move ${plural(count, "person", "people")}`,
    said: (count) => `${plural(count, "person", "people")} withdrawn or moved, and told by mail.`,
    oneByOne: true,
  },
  "change-offering": {
    // Who came in until then is found as it begins; nobody comes after.
    items: ({ db }, { offeringId, form }) =>
      form.intent === "cancel" ? listLeft(db, offeringId).map(({ id }) => id) : [],
    whole: (input) => ({ ...input, registrationIds: [] }),
    only: (input, registrationIds) => ({ ...input, registrationIds: [...registrationIds] }),
    title: (count) => `Cancel the offering for ${plural(count, "person", "people")}`,
    said: (count) => `The offering is cancelled. ${plural(count, "person is", "people are")} told by email.`,
    to: ({ offeringId }) => `/coordinator/offerings/${offeringId}`,
  },
  "import-people": {
    items: (ctx, input) => listFitLines(findScope(ctx, "coordinator"), input).map((line) => JSON.stringify(line)),
    whole: (input) => ({ ...input, part: "none" }),
    only: (input, lines) => ({
      ...input,
      list: { lines: lines.map((line) => JSON.parse(line) as ReadList["lines"][number]), beyond: 0 },
      part: "some",
    }),
    title: (count) => `Register ${plural(count, "person", "people")}`,
    said: (count) =>
      `${plural(count, "person is", "people are")} registered or on the waitlist. Everyone new is told by email.`,
    to: ({ offeringId }) => `/coordinator/offerings/${offeringId}/people`,
    reasons: MOST_ROWS,
  },
};
