import { and, eq, gt, inArray, isNull } from "drizzle-orm";
import { affiliations } from "#drizzle/schema/people";
import { claims } from "#drizzle/schema/credits";
import { offerings } from "#drizzle/schema/catalog";
import { payments } from "#drizzle/schema/billing";
import { reversePayment } from "~/billing/fees/reverse-payment.server";
import { listDesignations, listInstructors } from "~/catalog/offerings/offering-parts.server";
import { getOffering } from "~/catalog/offerings/offering.server";
import { toOfferingDraft } from "~/catalog/offerings/offering-input.server";
import { savePolicy } from "~/catalog/policies/policy-versions.server";
import { policyOn } from "~/catalog/providers/provider-policy.server";
import { updateOffering } from "~/desks/coordinator/update-offering.server";
import { handOver } from "~/desks/facilitator/team.server";
import { ask } from "~/desks/inquiries/ask.server";
import { answerInquiry } from "~/desks/inquiries/inbox.server";
import { correctAsHr } from "~/hr/confirming/affiliation-correction.server";
import { correctLegalName } from "~/people/persons/person-correction.server";
import type { Transaction } from "~/platform/database/database.server";
import { rowOf } from "~/platform/database/rows.server";
import { addDays, dateOf, REGION_TIME_ZONE } from "~/platform/time/time-zone";
import { importPeople, planImport } from "~/registration/import/import.server";
import { readList } from "~/registration/import/import-rows.server";
import { addTemplate } from "~/registration/messages/message-template.server";
import { schoolDay } from "../school-days";
import { type DemoCatalog, type DemoOffering, must } from "./offerings";
import type { DemoPeople } from "./people";

const HOUR = 3_600_000;

interface Stage {
  catalog: DemoCatalog;
  people: DemoPeople;
  psesd: string;
  now: number;
}

/** What changes after the first day: plans, people, mistakes and rules, each as somebody would change it. */
export function insertChanges(tx: Transaction, stage: Stage, offering: DemoOffering, another: DemoOffering): void {
  moveOffering(tx, stage, offering);
  nameSubstitute(tx, stage, another);
  askStaff(stage, offering, another);
  mendPeople(tx, stage);
  reverseOne(tx, stage);
  inviteByList(stage, offering);
  changeRules(tx, stage);
}

/** An approved offering gets another day: its proof stays, and it asks for a new decision. */
function moveOffering(tx: Transaction, { catalog, now }: Stage, { id }: DemoOffering): void {
  const offering = getOffering(tx, id);
  const draft = toOfferingDraft(tx, offering);
  must(
    updateOffering(catalog.coordinating(now - 5 * HOUR), {
      ...offering,
      address: offering.address ?? undefined,
      hostOrganisationId: offering.hostOrganisationId ?? undefined,
      link: offering.link ?? undefined,
      arrival: offering.arrival ?? undefined,
      bring: offering.bring ?? undefined,
      mapLink: offering.mapLink ?? undefined,
      contactName: offering.contactName ?? undefined,
      contactEmail: offering.contactEmail ?? undefined,
      contactPhone: offering.contactPhone ?? undefined,
      waitlistLimit: offering.waitlistLimit ?? undefined,
      registrationOpensAt: offering.registrationOpensAt ?? undefined,
      registrationClosesAt: offering.registrationClosesAt ?? undefined,
      firstOpensAt: offering.firstOpensAt ?? undefined,
      firstFor: offering.firstFor ?? undefined,
      supervisorHours: offering.supervisorHours ?? undefined,
      sessions: draft.sessions.map((session) => ({
        ...session,
        date: schoolDay(addDays(session.date, 1), 1),
        pauses: session.pauses.filter(({ start }) => start),
      })),
      instructors: listInstructors(tx, id).map(({ personId, name, qualifications }) => ({
        personId,
        name,
        qualifications: qualifications ?? undefined,
      })),
      designations: listDesignations(tx, id),
      offeringId: id,
      reason: "The hall is needed for a choir rehearsal (invented).",
    }),
  );
}

function nameSubstitute(tx: Transaction, { people, now }: Stage, { id, facilitator }: DemoOffering): void {
  const [teacher] = listInstructors(tx, id);
  must(
    handOver(people.acting(facilitator, now - 4 * HOUR), {
      offeringId: id,
      instructorId: teacher!.id,
      email: "facilitator@demo.hourbook.example",
      qualifications: "Taught this course for three years (invented).",
      reason: "A family matter (invented).",
    }),
  );
}

/** One inquiry waits, one has an answer. */
function askStaff({ catalog, people, now }: Stage, offering: DemoOffering, another: DemoOffering): void {
  const teacher = people.account("educator");
  const asking = (hoursAgo: number, offeringId: string, body: string) =>
    must(
      ask(people.acting(teacher, now - hoursAgo * HOUR), { kind: "offering", offeringId, body, nonce: `demo ${body}` }),
    );
  const answered = asking(27, another.id, "Is there a ramp at the entrance?");
  must(
    answerInquiry(catalog.coordinating(now - 26 * HOUR), {
      inquiryId: answered.id,
      body: "Yes, at the side door. Ring the bell.",
      nonce: "demo answer",
    }),
  );
  asking(3, offering.id, "Can I leave half an hour early on the first day?");
}

/** A mistyped name is mended by the registrar, a wrong first day by HR. */
function mendPeople(tx: Transaction, { people, now }: Stage): void {
  const registrar = people.acting(people.account("registrar"), now - 30 * HOUR);
  const [first, ...others] = people.educators;
  const [legalFirst = "", ...rest] = first!.name.split(" ");
  const { personId } = first!;
  const right = { personId, legalFirst, legalLast: rest.join(" ") };
  const reason = "Two letters were swapped on the list";
  must(correctLegalName(registrar, { ...right, legalLast: `${right.legalLast}e`, reason, typingMistake: true }));
  must(correctLegalName(registrar, { ...right, reason, typingMistake: true }));
  const kent = people.organisationId("Kent");
  const theirs = and(
    eq(affiliations.organisationId, kent),
    isNull(affiliations.toDate),
    inArray(
      affiliations.personId,
      others.map((person) => person.personId),
    ),
  );
  const entry = rowOf(tx.select().from(affiliations).where(theirs).limit(1), "somebody of Kent");
  const hr = { ...people.acting(people.account("hr-kent"), now - 20 * HOUR), scopeIds: [kent] };
  must(correctAsHr(hr, { ...entry, affiliationId: entry.id, fromDate: addDays(entry.fromDate, -1) }));
}

/** A payment that was entered for the wrong person. */
function reverseOne(tx: Transaction, { catalog, people, now }: Stage): void {
  const paid = tx
    .select({ claimId: claims.id, paymentId: payments.id })
    .from(payments)
    .innerJoin(claims, eq(claims.id, payments.claimId))
    .innerJoin(offerings, eq(offerings.id, claims.offeringId))
    .where(and(eq(claims.status, "settled"), isNull(payments.invoiceId), gt(payments.amountCents, 0)))
    .limit(1)
    .get();
  if (!paid) return;
  const { scopeIds } = catalog.coordinating(now);
  const registrar = { ...people.acting(people.account("registrar"), now - 2 * HOUR), scopeIds };
  must(reversePayment(registrar, { ...paid, reason: "Entered for somebody else" }));
}

/** A list from a district: people without an account, who have not answered their invitation. */
function inviteByList({ catalog, now }: Stage, { id }: DemoOffering): void {
  const list = readList(
    [
      "email,first,last,district,role,first day",
      "dinh.example@lists.example,Ánh,Đinh,Kent,teacher,2025-09-01",
      "okonkwo.example@lists.example,Maya,Okonkwo-Reyes,Highline,para,2025-09-01",
    ].join("\n"),
  );
  const ctx = catalog.coordinating(now - 50 * HOUR);
  const { digest } = must(planImport(ctx, { offeringId: id, list }));
  must(importPeople(ctx, { offeringId: id, list, digest, reason: "Their districts sent them" }));
}

/** Another fee from next July on, and a text that coordinators use again. */
function changeRules(tx: Transaction, { people, psesd, now }: Stage): void {
  const admin = people.acting(people.account("admin"), now - 40 * HOUR);
  const today = dateOf(now, REGION_TIME_ZONE);
  const fromDate = `${Number(today.slice(0, 4)) + 1}-07-01`;
  const policy = { ...policyOn(tx, psesd, today), feePerHourCents: 350, feeMinimumCents: 1750 };
  must(savePolicy(admin, psesd, null, { fromDate, policy }));
  must(
    addTemplate(people.acting(people.account("coordinator"), now - 60 * HOUR), psesd, {
      name: "What to bring",
      subject: "Before we meet: {offering}",
      body: "Hello {name},\n\nwe meet {first session} at {place}. Please bring a laptop.\n\nQuestions? {contact}",
    }),
  );
}
