import type { Report } from "~/documents/drawing/report";
import { CRITERION_WORDS, salaryYearInWords } from "~/hr/local-rules/local-rule";
import { SUBMITTED_WORDS } from "~/hr/submitted/submitted-hours";
import { dayOf, formatHours, formatPlainDate, formatQuarterCredits, plural } from "~/platform/format";
import type { CellValue } from "~/platform/workbooks/sheet-cell";
import type { SheetColumn } from "~/platform/workbooks/sheet-xml";
import type { SalaryRow, SalaryTotals } from "./salary-row";
import { verdictInWords } from "./salary-words";

/** What a worksheet is made of: one person's salary year with a district. */
export interface Worksheet {
  organisation: string;
  year: number;
  from: string;
  to: string;
  person: { legalName: string; employeeId: string | null; certificateNumber: string | null; degreeOn: string | null };
  rows: readonly SalaryRow[];
  totals: SalaryTotals;
  madeBy: string;
  /** The day, `YYYY-MM-DD`, and the instant. */
  madeOn: string;
  madeAt: number;
}

/** "salary-credits-000417-2027.pdf": by the employee ID where there is one, since names change. */
export function worksheetName({ person, year }: Pick<Worksheet, "person" | "year">, format: "pdf" | "xlsx"): string {
  const whose = (person.employeeId ?? person.legalName).replaceAll(/[^A-Za-z0-9._-]+/g, "-");
  return `salary-credits-${whose}-${year}.${format}`;
}

const titleOf = ({ year }: Worksheet): string => `Salary credits ${salaryYearInWords(year)}`;

/** The worksheet as a paper that can be signed by hand and filed. */
export function worksheetReport(sheet: Worksheet): Report {
  const { organisation, person, from, to, rows, totals, madeBy, madeOn, madeAt } = sheet;
  const bold = (text: string) => [{ text, bold: true }];
  return {
    title: `${titleOf(sheet)}: ${person.legalName}`,
    author: organisation,
    madeAt,
    lead: `Clock hours completed from ${formatPlainDate(from)} to ${formatPlainDate(to)} while employed by ${organisation}${rows.some(({ isSubmitted }) => isSubmitted) ? ", or submitted to it and accepted" : ""}.`,
    facts: [
      { label: "Name", value: person.legalName },
      { label: "Employee ID", value: person.employeeId ?? "Not on file" },
      { label: "Certificate number", value: person.certificateNumber ?? "Not on file" },
      { label: "Degree", value: person.degreeOn ? dayOf(person.degreeOn) : "Not on file" },
      { label: "Completed", value: inHours(totals.minutes) },
      { label: "Count by local rules", value: inHours(totals.counted) },
      { label: "Accepted", value: `${inHours(totals.accepted)}; ${plural(totals.open, "row")} to review` },
    ],
    table: {
      heading: "Rows",
      columns: [
        { title: "Completed", width: 65 },
        { title: "Course", width: 175 },
        { title: "In-service number", width: 86 },
        { title: "Clock hours", width: 44, align: "right" },
        { title: "Count", width: 40, align: "right" },
        { title: "Review", width: 130 },
      ],
      rows: rows.map((row) => [
        [{ text: dayOf(row.completedOn) }],
        [
          { text: row.title },
          { text: row.provider, soft: true },
          ...(row.isSubmitted ? [{ text: SUBMITTED_WORDS, soft: true }] : []),
        ],
        [{ text: row.inServiceNumber }],
        [{ text: formatHours(row.minutes) }],
        [{ text: formatHours(row.counted) }],
        [{ text: verdictInWords(row) }, ...row.flags.map((text) => ({ text, soft: true }))],
      ]),
      totals: [
        bold("Total"),
        bold(plural(rows.length, "course")),
        [],
        bold(formatHours(totals.minutes)),
        bold(formatHours(totals.counted)),
        [],
      ],
      empty: "No clock hours were posted for this salary year.",
    },
    notes: [
      "10 clock hours are 1 quarter credit. Rows that fail a local rule are flagged in its words and count as far as it lets them.",
      `Criteria: ${Object.entries(CRITERION_WORDS)
        .map(([letter, words]) => `${letter} ${words.charAt(0).toLowerCase()}${words.slice(1)}`)
        .join("; ")}.`,
      "This worksheet is the district’s own paper. What the hours rest on is the transcript, which can be verified.",
    ],
    signatures: ["Employee", "Human resources", "Date"],
    foot: `Made ${dayOf(madeOn)} by ${madeBy}`,
  };
}

const inHours = (minutes: number): string =>
  `${formatHours(minutes)} hours, ${formatQuarterCredits(minutes)} quarter credits`;

/** The columns of the worksheet as a workbook. */
export const WORKSHEET_COLUMNS: readonly SheetColumn[] = [
  { header: "Employee ID", kind: "text", width: 13 },
  { header: "Name", kind: "text", width: 24 },
  { header: "Completed", kind: "day", width: 12 },
  { header: "Course", kind: "text", width: 48 },
  { header: "In-service number", kind: "text", width: 20 },
  { header: "Provider", kind: "text", width: 36 },
  { header: "Clock hours", kind: "number", width: 12 },
  { header: "Count", kind: "number", width: 10 },
  { header: "Quarter credits", kind: "amount", width: 15 },
  { header: "Local rules", kind: "text", width: 40 },
  { header: "Review", kind: "text", width: 16 },
  { header: "Criterion", kind: "text", width: 10 },
  { header: "Reason", kind: "text", width: 30 },
];

/** The same rows, and their sum, as a workbook has them. */
export function worksheetRows({ person, rows, totals }: Worksheet): CellValue[][] {
  const decimals = (minutes: number, by: number) => Math.round((minutes / 60 / by) * 10_000) / 10_000;
  const own = [person.employeeId ?? "", person.legalName];
  return [
    ...rows.map((row): CellValue[] => [
      ...own,
      row.completedOn,
      row.title,
      row.inServiceNumber,
      row.provider,
      decimals(row.minutes, 1),
      decimals(row.counted, 1),
      decimals(row.counted, 10),
      row.flags.join("; "),
      verdictInWords({ verdict: row.verdict, criterion: null, reason: null }),
      row.criterion ?? "",
      row.reason ?? "",
    ]),
    [
      ...own,
      "",
      "Total",
      "",
      "",
      decimals(totals.minutes, 1),
      decimals(totals.counted, 1),
      decimals(totals.counted, 10),
    ],
  ];
}
