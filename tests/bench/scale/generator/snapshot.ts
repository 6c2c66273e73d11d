import { type CreditSnapshot, creditedDesignations } from "~/credits/ledger/credit-snapshot";
import { approvalYearOf } from "~/platform/time/time-zone";
import type { StateOffering } from "./offerings";
import type { StatePerson } from "./world";

/** What a credit of somebody's says when it is posted (T7). */
export function snapshotOf(offering: StateOffering, person: StatePerson, minutes: number): CreditSnapshot {
  const { provider, title } = offering.course;
  const { id, name, designeeName, designeeTitle } = provider;
  return {
    educator: {
      personId: person.id,
      legalName: person.name,
      formerNames: person.formerNames,
      certificateNumber: person.certificateNumber,
    },
    course: { title },
    offering: {
      id: offering.id,
      inServiceNumber: offering.inServiceNumber,
      startedOn: offering.startedOn,
      completedOn: offering.completedOn,
      approvedMinutes: offering.approvedMinutes,
    },
    provider: { id, name, approvalYear: approvalYearOf(offering.startedOn), designeeName, designeeTitle },
    instructors: [offering.facilitator.name],
    minutes,
    designations: creditedDesignations(offering.designations, minutes),
  };
}
