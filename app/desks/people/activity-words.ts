import { PAYMENT_KIND_LABELS } from "~/billing/fees/payment-kind";
import { DOCUMENT_KIND_LABELS } from "~/documents/issuing/document-kind";
import { wordsOfEvent } from "~/people/affiliations/affiliation-history";
import { GRANT_ROLE_LABELS } from "~/people/roles/role";
import type { Changes } from "~/platform/audit/changes";
import { formatHours } from "~/platform/format";

/** What each change in the audit log is, for people. Readings have words of their own. */
const CHANGES = new Map([
  ["account.address-changed", "Address of the account changed"],
  ["account.address-proposed", "Another address proposed"],
  ["account.change-requested", "Another address asked for"],
  ["account.closed", "Account closed"],
  ["account.created", "Account made"],
  ["account.first-administrator", "Set up as the first administrator"],
  ["account.locked", "Account locked"],
  ["account.password-reset", "New password set"],
  ["account.reopened", "Account opened again"],
  ["account.reset-requested", "Link to a new password sent"],
  ["account.signed-in", "Signed in"],
  ["account.unlocked", "Account unlocked"],
  ["account.verified", "Address of the account proved"],
  ["address.cleared", "Mark taken off that mail comes back"],
  ["address.marked", "Mail came back"],
  ["affidavit.deleted", "Affidavit deleted"],
  ["affidavit.planned", "Affidavit planned"],
  ["affiliation.added", "Workplace entered"],
  ["affiliation.answer-withdrawn", "Answer about a workplace taken back"],
  ["affiliation.confirmed", "Workplace confirmed"],
  ["affiliation.corrected", "Workplace corrected"],
  ["affiliation.disowned", "Workplace said not to be theirs"],
  ["affiliation.ended", "Workplace ended"],
  ["affiliation.removed", "Workplace taken off"],
  ["attendance.absent", "Marked absent"],
  ["attendance.confirmed", "Attendance confirmed"],
  ["attendance.in", "Marked in"],
  ["attendance.out", "Marked out"],
  ["attendance.present-all", "Marked present"],
  ["attendance.void", "Mark of attendance voided"],
  ["calendar-feed.ended", "Calendar address ended"],
  ["calendar-feed.renewed", "Calendar address made"],
  ["calendar-feed.sealed", "Calendar address sealed"],
  ["check-in.opened", "Self check-in opened"],
  ["claim.claimed", "Hours claimed"],
  ["claim.evaluated", "Offering evaluated"],
  ["claim.open", "Hours ready to claim"],
  ["claim.posted", "Hours posted"],
  ["claim.returned", "Claim returned"],
  ["claim.settled", "Fee settled"],
  ["claim.verified", "Claim verified"],
  ["claim.void", "Claim voided"],
  ["correction.accepted", "Correction accepted"],
  ["correction.declined", "Correction declined"],
  ["correction.open", "Correction asked for"],
  ["correction.requested", "Correction asked for"],
  ["correction.withdrawn", "Request for a correction withdrawn"],
  ["course.archived", "Course archived"],
  ["course.created", "Course made"],
  ["course.deleted", "Draft of a course deleted"],
  ["course.draft", "Course taken back to a draft"],
  ["course.published", "Course published"],
  ["course.question-added", "Question added"],
  ["course.question-moved", "Question moved"],
  ["course.question-retired", "Question retired"],
  ["course.updated", "Course changed"],
  ["credit-note.issued", "Credit note issued"],
  ["credit.corrected", "Posted hours corrected"],
  ["credit.workplace-asked", "Asked by mail where they worked"],
  ["document.issued", "Document issued"],
  ["document.reinstated", "Document current again"],
  ["document.revoked", "Document revoked"],
  ["document.superseded", "Document superseded"],
  ["due-row.tried-again", "Tried again what could not be done"],
  ["evaluation-form.planned", "Evaluation form planned"],
  ["evaluation-form.deleted", "Evaluation form deleted"],
  ["former-name.added", "Former name kept"],
  ["grant.given", "Role granted"],
  ["grant.revoked", "Role taken away"],
  ["invoice.issued", "Invoice issued"],
  ["invoice.paid", "Money for an invoice received"],
  ["mail-preference.changed", "Choice of mail changed"],
  ["material.added", "Material added"],
  ["material.changed", "Material changed"],
  ["material.copied", "Materials copied"],
  ["material.moved", "Material moved up"],
  ["material.replaced", "File of a material replaced"],
  ["material.taken-away", "Material taken away"],
  ["message-template.added", "Template of messages added"],
  ["message-template.changed", "Template of messages changed"],
  ["message-template.deleted", "Template of messages deleted"],
  ["message.resent", "Message sent again"],
  ["list.exported", "List taken away as a file"],
  ["view.saved", "View of a list saved"],
  ["view.deleted", "View of a list deleted"],
  ["inquiry.asked", "Inquiry written"],
  ["inquiry.taken-back", "Inquiry taken back"],
  ["inquiry.answered", "Inquiry answered"],
  ["inquiry.read", "Inquiry read"],
  ["inquiries.listed", "Inquiries listed"],
  ["offering.approved", "Offering approved"],
  ["offering.approved-anew", "Offering approved after changes"],
  ["offering.handed-over", "Offering handed over to a substitute"],
  ["offering.declined", "Offering declined by the committee"],
  ["offering.cancelled", "Offering cancelled"],
  ["offering.created", "Offering drafted"],
  ["offering.declined", "Offering declined"],
  ["offering.deleted", "Draft of an offering deleted"],
  ["offering.message-sent", "Message to the people of an offering"],
  ["offering.message-tried", "Message to the people of an offering tried on themself"],
  ["offering.published", "Offering published"],
  ["offering.rescheduled", "Offering moved"],
  ["offering.unpublished", "Offering taken out of the catalog"],
  ["offering.updated", "Offering changed"],
  ["organisation.added", "Organization added"],
  ["organisation.cooperative", "Membership of the cooperative changed"],
  ["organisation.cooperative-ended", "Membership of the cooperative ended"],
  ["organisation.cooperative-joined", "Joined the cooperative"],
  ["organisation.deleted", "Organization deleted"],
  ["organisation.updated", "Organization changed"],
  ["payment.recorded", "Payment recorded"],
  ["payment.reversed", "Payment reversed"],
  ["action.called-off", "Called off before it began"],
  ["person.added", "Entered in Hourbook"],
  ["person.address-corrected", "Email address corrected"],
  ["person.invited", "Invited"],
  ["person.name-corrected", "Legal name corrected"],
  ["person.note-added", "Note added"],
  ["person.note-withdrawn", "Note taken back"],
  ["person.number-corrected", "Certificate number corrected"],
  ["person.updated", "Profile changed"],
  ["person.written-to", "Written to"],
  ["place.added", "Place added"],
  ["place.changed", "Place changed"],
  ["place.deleted", "Place deleted"],
  ["place.restored", "Place proposed again"],
  ["place.retired", "Place retired"],
  ["policy.added", "Policy added"],
  ["policy.changed", "Policy to come changed"],
  ["policy.deleted", "Policy deleted"],
  ["program-area.added", "Program area added"],
  ["program-area.deleted", "Program area deleted"],
  ["program-area.moved", "Program area moved"],
  ["program-area.renamed", "Program area renamed"],
  ["program-area.restored", "Program area restored"],
  ["program-area.retired", "Program area retired"],
  ["provider.add-holiday", "Holiday added"],
  ["provider.add-year", "Provider year added"],
  ["provider.added", "Provider added"],
  ["provider.deleted", "Provider deleted"],
  ["provider.designee-changed", "Signatory changed"],
  ["provider.end-listing", "Listing for a designation ended"],
  ["provider.list-designation", "Listed for a designation"],
  ["provider.remove-holiday", "Holiday taken off"],
  ["provider.remove-listing", "Listing for a designation removed"],
  ["provider.remove-year", "Provider year removed"],
  ["provider.set-policy", "Policy changed"],
  ["provider.updated", "Provider changed"],
  ["provider-image.added", "Picture for documents added"],
  ["provider-image.withdrawn", "Picture for documents withdrawn"],
  ["registration.attended", "Attended"],
  ["registration.cancelled", "Registration cancelled with the offering"],
  ["registration.declined", "Seat declined"],
  ["registration.move-confirmed", "New dates confirmed"],
  ["registration.no-show", "Did not come"],
  ["registration.offered", "Seat offered"],
  ["registration.partial", "Attended in part"],
  ["registration.registered", "Registered"],
  ["registration.requested", "Registered, waits for a supervisor"],
  ["registration.waitlisted", "Joined the waitlist"],
  ["registration.withdrawn", "Withdrawn"],
  ["registrations.imported", "A list of people registered"],
  ["salary-cutoff.changed", "Salary cut-off changed"],
  ["sign-up.requested", "Sign-up asked for"],
  ["signing-key.added", "Signing key added"],
  ["walk-in.matched", "Matched with a walk-in"],
]);

const FIELDS = new Map([
  ["legalFirst", "Legal first name"],
  ["legalLast", "Legal last name"],
  ["preferredName", "Preferred name"],
  ["certificateNumber", "Certificate number"],
  ["certificateExpiresOn", "Last day of the certificate"],
  ["email", "Email"],
  ["phone", "Phone"],
  ["accessNeeds", "Access needs"],
  ["dietaryNeeds", "Dietary needs"],
]);

type Detail = Readonly<Record<string, unknown>>;

/** A change in words: what was done, and what is known of it, old values and new ones first, why last. */
export function wordsOfActivity(
  action: string,
  detail: Detail,
  organisations: ReadonlyMap<string, string>,
): { what: string; details: string[] } {
  const changes = (detail.changes ?? {}) as Changes;
  const valued =
    action === "affiliation.corrected"
      ? [wordsOfEvent(action, changes, organisations)]
      : Object.entries(changes).map(([field, [before, after]]) => `${nameOf(field)}: ${say(before)} → ${say(after)}`);
  return {
    what: CHANGES.get(action) ?? action,
    details: [
      ...valued,
      ...factsOf(action, detail),
      ...(textOf(detail.reason) ? [`Why: ${textOf(detail.reason)}`] : []),
    ],
  };
}

const nameOf = (field: string) => FIELDS.get(field) ?? field;
const textOf = (value: unknown): string => (typeof value === "string" ? value : "");
const say = (value: unknown) => textOf(value) || "nothing";
const hours = (minutes: unknown) => (typeof minutes === "number" ? `${formatHours(minutes)} h` : "nothing");
const inWords = (labels: Readonly<Record<string, string>>, value: unknown) => labels[textOf(value)] ?? textOf(value);

/** What some changes keep beside old and new values. */
function factsOf(action: string, detail: Detail): string[] {
  if (action.startsWith("grant.")) return [inWords(GRANT_ROLE_LABELS, detail.role)];
  if (action === "credit.corrected") return [`Hours: ${hours(detail.from)} → ${hours(detail.to)}`];
  if (action === "document.issued") return [inWords(DOCUMENT_KIND_LABELS, detail.kind)];
  if (action === "payment.recorded") return [inWords(PAYMENT_KIND_LABELS, detail.kind)];
  if (textOf(detail.number)) return [textOf(detail.number)];
  if (action === "person.updated" && Array.isArray(detail.fields)) {
    const valued = Object.keys(detail.changes ?? {});
    const others = detail.fields.map(textOf).filter((field) => !valued.includes(field));
    return others.length > 0 ? [others.map(nameOf).join(", ")] : [];
  }
  return [];
}
