import type { Credit } from "~/credits/ledger/credit-row.server";
import { parseCredit } from "~/credits/ledger/ledger.server";
import { affiliationOn } from "~/people/affiliations/affiliation-dates";
import { legalNameOf } from "~/people/persons/name";
import type { Person } from "~/people/persons/person.server";
import { origin } from "~/platform/env.server";
import { formatHours, formatQuarterCredits } from "~/platform/format";
import { toWallTime } from "~/platform/time/time-zone";
import type { ExportRecord, ExportRow } from "~/hr/exports/export-row";
import { salaryYearOf } from "~/hr/people/period";
import { sourceOf } from "~/hr/local-rules/judged-people.server";
import type { DistrictFacts } from "./district-facts.server";

/** A version of a credit as it was selected for a line. */
export interface SelectedCredit {
  credit: Credit;
  person: Person;
  registrar: Person;
  timeZone: string;
  paidCents: number | null;
  waived: number;
}

/**
 * S3: the row of one version of a credit, with what is known of its person today; of hours that are not the organisation's any more,
 * with what stands on the record.
 */
export function describeLine(selected: SelectedCredit, facts: DistrictFacts, record: ExportRecord): ExportRow {
  const { person, registrar, timeZone } = selected;
  const { snapshot, postedAt, minutes } = parseCredit(selected.credit);
  const affiliations = facts.affiliations.get(person.id) ?? [];
  const then = affiliationOn(affiliations, snapshot.offering.completedOn);
  const affiliation = then ?? affiliations[0];
  const code = facts.transcriptCodes.get(selected.credit.id) ?? "";
  const row = {
    districtCode: facts.code,
    employeeId: affiliation?.employeeId ?? "",
    lastName: person.legalLast,
    firstName: person.legalFirst,
    formerName: (facts.formerNames.get(person.id) ?? []).join("; "),
    certificateNumber: person.certificateNumber ?? "",
    courseTitle: snapshot.course.title,
    inServiceNumber: snapshot.offering.inServiceNumber,
    provider: snapshot.provider.name,
    providerApprovalYear: `${snapshot.provider.approvalYear}-${String((snapshot.provider.approvalYear + 1) % 100).padStart(2, "0")}`,
    startDate: snapshot.offering.startedOn,
    completionDate: snapshot.offering.completedOn,
    hoursApproved: plainHours(snapshot.offering.approvedMinutes),
    hoursEarned: plainHours(minutes),
    quarterCredits: formatQuarterCredits(minutes).replaceAll(",", ""),
    designations: snapshot.designations.map((each) => `${each.code} ${plainHours(each.minutes)}`).join("; "),
    paid: describePaid(selected),
    verifiedBy: legalNameOf(registrar),
    verifiedAt: toWallTime(postedAt, timeZone).replace("T", " "),
    instructor: snapshot.instructors.join("; "),
    transcriptId: code,
    verificationLink: code && `${origin}/verify/${code}`,
    record,
    localRules: facts.flags.get(selected.credit.id) ?? "",
    elsewhere: describeElsewhere(facts.elsewhere.get(person.id) ?? [], snapshot.offering.completedOn),
    acceptedOn: (then ? undefined : facts.accepted.get(sourceOf(selected.credit))?.acceptedOn) ?? "",
  };
  return record === "withdrawn" ? { ...row, ...whoItWas(selected, facts) } : row;
}

/** By what an organisation finds the row that it has, and nothing that became of the person since. */
function whoItWas({ credit, person }: SelectedCredit, facts: DistrictFacts) {
  const { legalName, certificateNumber } = parseCredit(credit).snapshot.educator;
  const hasSameName = legalName === legalNameOf(person);
  return {
    employeeId: facts.employeeIds.get(person.id) ?? "",
    lastName: hasSameName ? person.legalLast : legalName,
    firstName: hasSameName ? person.legalFirst : "",
    certificateNumber: certificateNumber ?? "",
    ...{ formerName: "", transcriptId: "", verificationLink: "", localRules: "", elsewhere: "", acceptedOn: "" },
  };
}

/** Empty where nothing was accepted. */
function describeElsewhere(accepted: readonly { completedOn: string; minutes: number }[], completedOn: string): string {
  const { from, to } = salaryYearOf(completedOn);
  const within = accepted.filter((each) => each.completedOn >= from && each.completedOn <= to);
  return within.length === 0 ? "" : plainHours(within.reduce((sum, { minutes }) => sum + minutes, 0));
}

const plainHours = (minutes: number): string => formatHours(minutes).replaceAll(",", "");

function describePaid({ paidCents, waived }: SelectedCredit): string {
  if (paidCents === null) return waived ? "waived" : "";
  return `${Math.floor(paidCents / 100)}.${String(paidCents % 100).padStart(2, "0")}`;
}
