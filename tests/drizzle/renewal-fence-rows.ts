/** A teacher's certificate of the first person. */
const paper = (id: string, from: string, to: string) => `insert into educator_certificates
  (id, person_id, kind, issued_on, expires_on, created_at, updated_at)
  select '${id}', id, 'teacher', '${from}', '${to}', 1, 1 from persons limit 1;`;
const apart = `${paper("a", "2018-07-01", "2023-06-30")} ${paper("b", "2023-07-01", "2028-06-30")}`;
const NEVER_SHARED = "N1: two certificates of one kind never share a day";

/** Hours from elsewhere of the first person, which a registrar accepted. */
const accepted = `insert into outside_hours (id, person_id, kind, amount, title, provider_name, started_on, completed_on,
  in_person, designations, state, provider_id, sent_at, decided_at, decided_by, created_at, updated_at)
  select 'o', id, 'clock-hours', 60, 'A', 'B', '2026-01-01', '2026-01-01', 0, '[]', 'accepted', (select id from providers),
    1, 2, id, 1, 1 from persons limit 1;`;

/** What breaks each fence of the renewal of certificates, and what it says. */
export const RENEWAL_FENCES: [string, string, string][] = [
  [
    "outside_hours_accepted",
    `${accepted} update outside_hours set amount = 61`,
    "N1: what a registrar accepted stays as it was looked at",
  ],
  [
    "outside_hours_accepted_no_delete",
    `${accepted} delete from outside_hours`,
    "N1: what a registrar accepted is taken back, not deleted",
  ],
  [
    "outside_hours_decided",
    `${accepted} update outside_hours set state = 'self-reported', decided_at = null, decided_by = null`,
    "N1: only what was sent is accepted or returned, and only what was accepted is taken back",
  ],
  [
    "educator_certificates_apart_update",
    `${apart} update educator_certificates set expires_on = '2023-07-01' where id = 'a'`,
    NEVER_SHARED,
  ],
  ["educator_certificates_apart_insert", `${apart} ${paper("c", "2028-06-30", "2033-06-30")}`, NEVER_SHARED],
];
