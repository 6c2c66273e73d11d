import { renderReport } from "~/documents/drawing/report-pdf.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import { dateOf } from "~/platform/time/time-zone";
import { WORKBOOK_TYPE, writeWorkbook } from "~/platform/workbooks/workbook.server";
import { getSalaryPerson } from "./salary-person.server";
import type { SalaryYear } from "./salary-year.server";
import { type Worksheet, WORKSHEET_COLUMNS, worksheetName, worksheetReport, worksheetRows } from "./worksheet";

/**
 * The worksheet of a person's salary year, as a tagged PDF or a workbook, that a district can file. It is the district's own
 * paper: it carries no signature of a provider. Looking is audited (P5).
 * @throws Response 404 when the person never belonged to the organisation
 */
export async function makeWorksheet(
  ctx: ScopedContext,
  salaryYear: SalaryYear,
  personId: string,
  format: "pdf" | "xlsx",
): Promise<{ bytes: Buffer; type: string; name: string }> {
  const person = getSalaryPerson(ctx, salaryYear, personId);
  const { organisation, year, from, to, timeZone } = salaryYear;
  const { rows, totals } = person;
  const made = { madeBy: ctx.actor.name, madeOn: dateOf(ctx.now, timeZone), madeAt: ctx.now };
  const worksheet: Worksheet = { organisation: organisation.name, year, from, to, person, rows, totals, ...made };
  const name = worksheetName(worksheet, format);
  if (format === "pdf") return { bytes: await renderReport(worksheetReport(worksheet)), type: "application/pdf", name };
  const sheet = { name: "Salary credits", columns: WORKSHEET_COLUMNS, rows: [worksheetRows(worksheet)] };
  const pieces: Buffer[] = [];
  for await (const piece of writeWorkbook([sheet], { at: new Date(ctx.now) })) pieces.push(piece);
  return { bytes: Buffer.concat(pieces), type: WORKBOOK_TYPE, name };
}
