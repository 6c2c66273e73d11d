import { expect, test } from "vitest";
import { CODE_HEADERS, EXPORT_COLUMNS } from "~/hr/exports/export-row";

test("S3 the columns of an export stand in the order of the rule, each once, and what came later last", () => {
  expect(EXPORT_COLUMNS.map(({ header }) => header)).toEqual([
    "district_code",
    "employee_id",
    "last_name",
    "first_name",
    "former_name",
    "certificate_number",
    "course_title",
    "in_service_number",
    "provider",
    "provider_approval_year",
    "start_date",
    "completion_date",
    "hours_approved",
    "hours_earned",
    "quarter_credits",
    "designations",
    "paid",
    "verified_by",
    "verified_at",
    "instructor",
    "transcript_id",
    "verification_link",
    "record",
    "local_rules",
    "hours_from_elsewhere",
    "accepted_on",
  ]);
  expect(new Set(EXPORT_COLUMNS.map(({ key }) => key)).size).toBe(EXPORT_COLUMNS.length);
});

test("P1, P3 no column holds a birth date, a Social Security number or how to reach somebody at home", () => {
  const said = EXPORT_COLUMNS.map(({ key, header, says }) => `${key} ${header} ${says}`).join("\n");
  expect(said).not.toMatch(/birth|social|ssn|address|phone|mail/i);
});

test("S3 the codes that a spreadsheet would change are known as text", () => {
  expect(CODE_HEADERS).toEqual([
    "district_code",
    "employee_id",
    "certificate_number",
    "in_service_number",
    "provider_approval_year",
    "transcript_id",
  ]);
});
