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

/** A growth plan of the first person, in a state, with a file. */
const plan = (
  state: string,
) => `insert into growth_plans (id, person_id, year, state, topics, ended_on, created_at, updated_at)
  select 'g', id, 2025, 'draft', '[]', '2026-05-01', 1, 1 from persons order by id limit 1;
  insert into stored_files (sha256, size, content_type, kept_at) values ('${"a".repeat(64)}', 1, 'text/plain', 1);
  insert into growth_plan_files (id, plan_id, file_hash, name, added_at) values ('f', 'g', '${"a".repeat(64)}', 'a.txt', 1);
  update growth_plans set state = 'sent';
  ${state === "signed" ? SIGNED : ""}`;
const SIGNED = `update growth_plans set state = 'signed', signed_on = '2026-05-02', reviewer_name = 'T', reviewer_certificate = '1',
  signed_by = (select id from persons order by id desc limit 1);`;
const LOCKED = "N1: a signed growth plan is locked";
const READ = "N1: a growth plan stays as its reviewer reads it";

/** What breaks each fence of the renewal of certificates, and what it says. */
export const RENEWAL_FENCES: [string, string, string][] = [
  ["growth_plans_signed_no_update", `${plan("signed")} update growth_plans set updated_at = 2`, LOCKED],
  ["growth_plans_signed_no_delete", `${plan("signed")} delete from growth_plans`, LOCKED],
  ["growth_plans_sent_kept", `${plan("sent")} update growth_plans set goals = 'x'`, READ],
  [
    "growth_plans_signed_after_sent",
    `${plan("sent")} update growth_plans set state = 'draft'; ${SIGNED}`,
    "N1: only a growth plan that was sent is signed",
  ],
  [
    "growth_plan_files_locked_insert",
    `${plan("sent")} insert into growth_plan_files (id, plan_id, file_hash, name, added_at)
      select 'h', 'g', sha256, 'b.txt', 1 from stored_files`,
    READ,
  ],
  ["growth_plan_files_locked_update", `${plan("sent")} update growth_plan_files set name = 'b.txt'`, READ],
  ["growth_plan_files_locked_delete", `${plan("signed")} delete from growth_plan_files`, READ],
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
