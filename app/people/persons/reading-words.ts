/** What each reading of the audit log is, for people. */
const READINGS = new Map([
  ["activity.listed", "Entries of the audit log"],
  ["attendance.read", "Attendance of an offering"],
  ["billable.listed", "Claims that can be billed"],
  ["claim.read", "A claim"],
  ["claims.listed", "List of claims"],
  ["corrections.listed", "Requests for corrections"],
  ["credit.read", "Posted hours and their documents"],
  ["credits.listed", "List of posted hours"],
  ["document.read", "A document"],
  ["documents.listed", "List of issued documents"],
  ["evaluation.read", "Evaluations of an offering"],
  ["hr.affiliations-listed", "List of people to confirm, by HR"],
  ["hr.document-checked", "A document that HR checked"],
  ["hr.document-read", "A document, by HR"],
  ["hr.export-repeated", "An earlier export of HR"],
  ["hr.exported", "An export of HR"],
  ["hr.people-listed", "List of a district’s people, by HR"],
  ["hr.person-read", "The person’s page, by HR"],
  ["hr.workplace-read", "A workplace, by HR"],
  ["hr.transcript-made", "Transcript made for HR"],
  ["inquiries.listed", "List of inquiries"],
  ["inquiry.read", "An inquiry"],
  ["invoice.read", "An invoice"],
  ["invoices.listed", "List of invoices"],
  ["message.read", "A message"],
  ["messages.listed", "List of messages"],
  ["offering.messages-read", "Messages to the people of an offering"],
  ["offering.message-previewed", "Preview of a message to the people of an offering"],
  ["offering.receivers-read", "Who got a message"],
  ["offering.record-read", "Record of an offering"],
  ["people.searched", "Search for people"],
  ["people.unreachable-read", "List of people whom mail does not reach"],
  ["person.read", "The person’s page"],
  ["registrations.read", "Registrations of an offering"],
  ["registrations.previewed", "A list of people to register"],
  ["roster.read", "Roster of a session"],
  ["offering.message-sent", "Message to the people of an offering"],
  ["walk-in.read", "Somebody at the door who was matched"],
]);

/** What the audit log calls readings, and changes that give records out. */
export const READING_ACTIONS: readonly string[] = [...READINGS.keys()];

/** A reading in words; its own name where there are none. */
export const wordsOfReading = (action: string): string => READINGS.get(action) ?? action;
