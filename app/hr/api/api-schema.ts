import { z } from "zod";
import "zod-openapi";
import { CREDIT_EVENTS } from "./credit-event";
import { API_SCOPES } from "./api-token";
import { EXPORT_COLUMNS, type ExportRow } from "~/hr/exports/export-row";
import { ROLE_KINDS } from "~/people/roles/role";

/** So many entries one answer holds: unless said otherwise, and at most. */
export const USUAL_ENTRIES = 100;
export const MOST_ENTRIES = 200;

const cursor = z
  .string()
  .regex(/^\d{1,15}$/)
  .meta({ description: "The number of an event, as an answer gave it; `0` for the beginning.", example: "1042" });

const text = (description: string) => z.string().nullable().meta({ description });
const day = (description: string) => z.iso.date().meta({ description, example: "2027-03-09" });
const openDay = (description: string) => z.iso.date().nullable().meta({ description });
const instant = (description: string) => z.iso.datetime().meta({ description, example: "2027-03-10T17:05:00.000Z" });
const openInstant = (description: string) => z.iso.datetime().nullable().meta({ description });
const minutes = (description: string) => z.int().min(0).meta({ description, example: 390 });
const id = (description: string) => z.string().meta({ description });

/** What a column of an export says, for the same value in an answer. */
const says = (key: keyof ExportRow): string => EXPORT_COLUMNS.find((column) => column.key === key)!.says;
const same = (key: keyof ExportRow) => text(says(key));

/** S3: the row of an export, with the ids and whole minutes behind it. */
export const recordSchema = z
  .object({
    person: id("The person: the same in each answer"),
    districtCode: same("districtCode"),
    employeeId: same("employeeId"),
    lastName: same("lastName"),
    firstName: same("firstName"),
    formerName: same("formerName"),
    certificateNumber: same("certificateNumber"),
    courseTitle: same("courseTitle"),
    inServiceNumber: same("inServiceNumber"),
    provider: same("provider"),
    providerApprovalYear: same("providerApprovalYear"),
    startDate: day("First day of the offering"),
    completionDate: day("Last day of the offering"),
    minutesApproved: minutes("Whole minutes approved for the offering"),
    hoursApproved: same("hoursApproved"),
    minutesEarned: minutes("Whole minutes posted for the person"),
    hoursEarned: same("hoursEarned"),
    quarterCredits: same("quarterCredits"),
    designations: z
      .array(z.object({ code: z.string(), minutes: z.int() }))
      .meta({ description: "Topics with the minutes that count for them" }),
    paid: same("paid"),
    verifiedBy: same("verifiedBy"),
    verifiedAt: instant("When the registrar verified"),
    instructor: same("instructor"),
    transcriptId: same("transcriptId"),
    verificationLink: same("verificationLink"),
    localRules: same("localRules"),
    hoursFromElsewhere: same("elsewhere"),
    acceptedOn: day(says("acceptedOn")).nullable(),
  })
  .meta({ id: "Record", description: "One line, as an export has it, with what is known of its person today" });

export type ApiRecord = z.output<typeof recordSchema>;

export const eventSchema = z
  .object({
    cursor,
    type: z.enum(CREDIT_EVENTS).meta({
      description:
        "posted: new to you. corrected: takes the place of what you have under the same `credit`. withdrawn: not yours any more; take it away",
    }),
    credit: id("What the hours were posted for; the same in every version, so store by it"),
    version: z.int().meta({ description: "Counted from 1" }),
    record: recordSchema.nullable().meta({
      description:
        "This version; null where it is withdrawn, where it has been withdrawn by a later event, or where `unreadable` is true",
    }),
    replaced: recordSchema.nullable().meta({ description: "Of a correction: the version that you were given before" }),
    unreadable: z.boolean().meta({
      description: "A fault of ours keeps the line from being given out. Ask for this event again later",
    }),
  })
  .meta({ id: "CreditEvent" });

export type ApiEvent = z.output<typeof eventSchema>;

export const creditsAnswer = z
  .object({
    data: z.array(eventSchema),
    next: cursor.meta({ description: "Ask for `since` this number next; also where nothing came" }),
    more: z.boolean().meta({ description: "Whether there is more already" }),
  })
  .meta({ id: "Credits" });

export const personSchema = z
  .object({
    id: id("The person: the same in each answer"),
    lastName: text("Legal last name"),
    firstName: text("Legal first name"),
    formerNames: z.array(z.string()),
    certificateNumber: same("certificateNumber"),
    affiliations: z.array(
      z.object({
        employeeId: same("employeeId"),
        roleKind: z.enum(ROLE_KINDS),
        title: text("The position"),
        building: text("The school or office"),
        from: day("First day with you"),
        to: openDay("Last day with you; null while it lasts"),
      }),
    ),
  })
  .meta({ id: "Person", description: "Somebody who belongs or belonged to you, and their time with you alone" });

export const peopleAnswer = z
  .object({
    data: z.array(personSchema),
    next: text("Ask for people `after` this one next; null after the last"),
  })
  .meta({ id: "People" });

export const exportSchema = z
  .object({
    id: id("The export"),
    madeAt: instant("When it was made"),
    from: openDay("First day of completion that was asked for; null for all"),
    to: openDay("Last day of completion that was asked for; null for all"),
    onlyNew: z.boolean().meta({ description: "Whether it holds only what was not exported before" }),
    rows: z.int().nullable(),
    name: text("The name of the file; null for exports of earlier times, which have none"),
    bytes: z.int().nullable(),
    sha256: text("SHA-256 of the file, in hex"),
  })
  .meta({ id: "Export" });

export const exportsAnswer = z
  .object({
    data: z.array(exportSchema),
    next: text("Ask for exports `before` this one next; null after the oldest"),
  })
  .meta({ id: "Exports" });

export const acknowledgementSchema = z.strictObject({ cursor }).meta({ id: "Acknowledgement" });
export const acknowledgedAnswer = z.object({ cursor }).meta({ id: "Acknowledged" });

export const tokenAnswer = z
  .object({
    name: z.string(),
    district: z.string(),
    districtCode: text("County-district code, five characters"),
    scopes: z.array(z.enum(API_SCOPES)),
    expiresAt: instant("After this the token opens nothing"),
    acknowledged: cursor,
    acknowledgedAt: openInstant("When something was acknowledged last"),
  })
  .meta({ id: "Token" });

/** RFC 9457. */
export const problemSchema = z
  .object({
    type: z.string().meta({ example: "about:blank" }),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
  })
  .meta({ id: "Problem", description: "Problem details (RFC 9457)" });

const limit = z.coerce
  .number()
  .int()
  .min(1)
  .max(MOST_ENTRIES)
  .default(USUAL_ENTRIES)
  .meta({ description: "How many entries at most" });

const after = (description: string) => z.uuid().optional().meta({ description });

export const creditsQuery = z.strictObject({
  since: z
    .union([z.literal("acknowledged"), cursor])
    .default("0")
    .meta({ description: "Give what came after this number, or after what this token acknowledged", example: "1042" }),
  limit,
});
export const peopleQuery = z.strictObject({ after: after("The last person of the answer before"), limit });
export const exportsQuery = z.strictObject({ before: after("The last export of the answer before"), limit });
export const noQuery = z.strictObject({});
export const exportPath = z.strictObject({ id: z.uuid().meta({ description: "The export" }) });
