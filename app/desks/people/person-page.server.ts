import { and, eq, max } from "drizzle-orm";
import { auditEntries } from "#drizzle/schema/platform";
import { findAccountOf } from "~/people/accounts/account.server";
import { accountStateOf } from "~/people/accounts/account-state";
import { listAffiliations } from "~/people/affiliations/affiliation.server";
import { getHomeProvider } from "~/people/organisations/home-provider.server";
import { undrawableNamesOf } from "~/documents/issuing/document-content.server";
import { listFormerNames } from "~/people/names/former-name.server";
import { staffNameOf } from "~/people/persons/name";
import { listMessagesTo } from "~/people/persons/person-message.server";
import { listNotes } from "~/people/persons/person-note.server";
import { getPerson, type Person } from "~/people/persons/person.server";
import { listOrganisationOptions } from "~/people/organisations/organisation.server";
import { listReaders } from "~/people/persons/reader-list.server";
import { READERS_PARAMETER } from "~/people/persons/reading-words";
import { listGrantRows } from "~/people/roles/grant.server";
import { listProviderOptions } from "~/people/roles/grant-scope.server";
import { recordReading } from "~/platform/audit/reading-log.server";
import type { ActorContext } from "~/platform/context";
import { inReading, type Reader } from "~/platform/database/database.server";
import { aggregateOf } from "~/platform/database/rows.server";
import { newId } from "~/platform/ids";
import { findAddressFault } from "~/platform/mail/address-fault.server";
import { asksForAll } from "~/ui/lists/show-all";
import { listAttendanceOf, listClaimsOf, listCreditsOf, listRegistrationsOf } from "./course-sections.server";
import { listAwardsFor } from "./award-section.server";
import { listDocumentsOf, listInvoicesOf, listMailsOf } from "./paper-sections.server";
import { listRegisterOptions } from "./register-options.server";
import { listActivityOf } from "./person-activity.server";
import { type PersonScope, providersIn, rightsIn } from "./person-scope";
import { PERSON_LISTS, type PersonList } from "./person-view";

/** How many rows of each kind the page shows at first, and how many when more of that kind are asked for. */
const NEWEST = 20;
const MOST = 1_000;

/**
 * Everything that the actor may see of a person, each part by its own scope; null where the part is not theirs to see.
 * Looking is audited (P5). The number of statements does not depend on the number of rows.
 * @param search what the page's address asks for: which of its short lists it shows more of
 */
export function getPersonPage(ctx: ActorContext, personId: string, scope: PersonScope, search = new URLSearchParams()) {
  return inReading(ctx.db, (tx) => {
    const person = getPerson(tx, personId);
    recordReading(ctx, { action: "person.read", subjectId: personId, personIds: [personId] });
    const rights = rightsIn(scope);
    const most = (list: PersonList) => (asksForAll(search, PERSON_LISTS[list]) ? MOST : NEWEST);
    const seesHours = rights.reach || scope.hrOf.length > 0;
    return {
      id: person.id,
      name: staffNameOf(person),
      scope,
      rights,
      timeZone: getHomeProvider(tx).timeZone,
      record: readRecord(tx, person, scope),
      account: readAccount(tx, personId, rights.administer),
      registrations: listRegistrationsOf(tx, scope, personId, most("registrations")),
      attendance: listAttendanceOf(tx, scope, personId, { now: ctx.now, most: most("attendance") }),
      claims: rights.reach ? listClaimsOf(tx, scope, personId, most("claims")) : null,
      credits: seesHours ? listCreditsOf(tx, scope, personId, most("credits")) : null,
      awards: seesHours ? listAwardsFor(tx, { scope, personId, now: ctx.now }) : [],
      documents: rights.reach ? listDocumentsOf(tx, scope, personId, most("documents")) : null,
      invoices: rights.reach ? listInvoicesOf(tx, scope, personId, most("invoices")) : null,
      mails: rights.reach ? listMailsOf(tx, scope, personId, most("mails")) : null,
      written: rights.reach ? readWritten(tx, ctx, { personId, scope, search }) : null,
      registerOptions: rights.register
        ? listRegisterOptions(tx, { personId, providerIds: scope.coordinates, now: ctx.now })
        : null,
      activity: listActivityOf(ctx, tx, scope, { personId, most: most("activity") }),
      affiliations: rights.reach ? listAffiliations(tx, personId) : null,
      administration: rights.administer ? readAdministration(tx, personId, search) : null,
    };
  });
}

export type PersonPage = ReturnType<typeof getPersonPage>;

/** What stands on the record itself: who somebody is, how to reach them, what they need at the door. */
function readRecord(tx: Reader, person: Person, scope: PersonScope) {
  const { reach, correct } = rightsIn(scope);
  const seesNeeds = scope.everything || scope.coordinatorOf.length > 0 || scope.facilitated.length > 0;
  return {
    legalFirst: person.legalFirst,
    legalLast: person.legalLast,
    preferredName: person.preferredName,
    formerNames: reach || scope.hrOf.length > 0 ? listFormerNames(tx, person.id) : [],
    undrawable: correct ? undrawableNamesOf(tx, person) : [],
    contact: reach ? { email: person.email, phone: person.phone, fault: readFault(tx, person) } : null,
    certificateNumber: correct || scope.hrOf.length > 0 ? person.certificateNumber : null,
    needs: seesNeeds ? { access: person.accessNeeds, dietary: person.dietaryNeeds } : null,
  };
}

function readFault(tx: Reader, { email }: Person) {
  const fault = email === null ? null : findAddressFault(tx, email);
  return fault && { reason: fault.reason, reportedAt: fault.reportedAt };
}

/** What staff noted and wrote, and for whose staff the reader can write; a nonce for each form. */
function readWritten(
  tx: Reader,
  ctx: ActorContext,
  { personId, scope, search }: { personId: string; scope: PersonScope; search: URLSearchParams },
) {
  const reader = { everything: scope.everything, providerIds: providersIn(scope) };
  return {
    notes: listNotes(ctx, tx, personId, reader),
    messages: listMessagesTo(tx, personId, reader, asksForAll(search, PERSON_LISTS.messages)),
    providers: listProviderOptions(tx).filter(({ value }) => reader.providerIds.includes(value)),
    nonce: newId(),
  };
}

/** Whether somebody can sign in; administrators see why not, and when they last did. */
function readAccount(tx: Reader, personId: string, inDetail: boolean) {
  const account = findAccountOf(tx, personId);
  const state = accountStateOf(account);
  if (!account || !inDetail) return { state, details: null };
  const { lockedAt, lockedReason, closedAt, closedReason } = account;
  const signedInAt = lastSignIn(tx, personId);
  return { state, details: { lockedAt, lockedReason, closedAt, closedReason, signedInAt } };
}

function lastSignIn(tx: Reader, personId: string): number | null {
  const signedIn = and(eq(auditEntries.personId, personId), eq(auditEntries.action, "account.signed-in"));
  const { last } = aggregateOf(
    tx
      .select({ last: max(auditEntries.at) })
      .from(auditEntries)
      .where(signedIn),
  );
  return last;
}

function readAdministration(tx: Reader, personId: string, search: URLSearchParams) {
  return {
    grants: listGrantRows(tx, personId),
    providers: listProviderOptions(tx),
    organisations: listOrganisationOptions(tx),
    readers: listReaders(tx, personId, asksForAll(search, READERS_PARAMETER)),
  };
}

/** Where this reader finds people: the way back up. */
export function listOf(scope: PersonScope): { label: string; to: string } {
  if (scope.everything) return { label: "People", to: "/admin/people" };
  if (scope.registrarOf.length > 0) return { label: "Claims", to: "/registrar" };
  if (providersIn(scope).length > 0) return { label: "Offerings", to: "/coordinator" };
  return { label: "Sessions", to: "/facilitator" };
}
