import type { AccessRow } from "../row";

const NOTES = {
  route: "hr/people.$id",
  method: "POST",
  who: ["hr"],
  scope: "the district that noted it",
  at: "/hr/people/{person}",
} as const;

/** What HR of a district notes about its people, for itself alone. */
export const NOTE_ROWS: readonly AccessRow[] = [
  { ...NOTES, intent: "add-note", send: { organisationId: "{district}", body: "Asked for a copy." } },
  { ...NOTES, intent: "change-note", send: { noteId: "{note}", body: "Asked for two copies." } },
  { ...NOTES, intent: "delete-note", send: { noteId: "{note}" } },
  { ...NOTES, intent: "restore-note", send: { noteId: "{deletedNote}" } },
];
