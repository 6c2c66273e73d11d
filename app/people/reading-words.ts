/** What each reading of the audit log is, for people. */
const READINGS = new Map([
  ["attendance.read", "Attendance of a training"],
  ["billable.listed", "Claims that can be billed"],
  ["claim.read", "A claim"],
  ["claims.listed", "List of claims"],
  ["corrections.listed", "Requests for corrections"],
  ["credit.read", "Posted hours and their documents"],
  ["credits.listed", "List of posted hours"],
  ["document.read", "A document"],
  ["documents.listed", "List of issued documents"],
  ["hr.affiliations-listed", "List of people to confirm, by HR"],
  ["hr.document-checked", "A document that HR checked"],
  ["hr.document-read", "A document, by HR"],
  ["hr.export-repeated", "An earlier export of HR"],
  ["hr.exported", "An export of HR"],
  ["hr.people-listed", "List of a district’s people, by HR"],
  ["hr.person-read", "The person’s page, by HR"],
  ["hr.transcript-made", "Transcript made for HR"],
  ["invoice.read", "An invoice"],
  ["invoices.listed", "List of invoices"],
  ["message.read", "A message"],
  ["messages.listed", "List of messages"],
  ["offering.record-read", "Record of a training"],
  ["people.searched", "Search for people"],
  ["people.unreachable-read", "List of people whom mail does not reach"],
  ["person.read", "The person’s page, by an administrator"],
  ["registrations.read", "Registrations of a training"],
  ["registrations.previewed", "A list of people to register"],
  ["roster.read", "Roster of a session"],
]);

/** A reading in words; its own name where there are none. */
export const wordsOfReading = (action: string): string => READINGS.get(action) ?? action;
