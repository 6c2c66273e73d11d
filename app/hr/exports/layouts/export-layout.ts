import { EXPORT_COLUMNS, type ExportColumn, type ExportRow } from "~/hr/exports/export-row";

/** How the file is written. */
export const EXPORT_FORMATS = ["csv", "xlsx"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export const EXPORT_FORMAT_WORDS: Record<ExportFormat, string> = { csv: "CSV", xlsx: "Excel (.xlsx)" };

/** How days are written: as 2026-01-05, 1/5/2026, 01/05/2026 or 20260105. */
export const LAYOUT_DAYS = ["yyyy-mm-dd", "m/d/yyyy", "mm/dd/yyyy", "yyyymmdd"] as const;
export type LayoutDays = (typeof LAYOUT_DAYS)[number];

export const LAYOUT_DAY_WORDS: Record<LayoutDays, string> = {
  "yyyy-mm-dd": "2026-01-05",
  "m/d/yyyy": "1/5/2026",
  "mm/dd/yyyy": "01/05/2026",
  yyyymmdd: "20260105",
};

/** What stands between two cells of a CSV file. */
export const LAYOUT_SEPARATORS = ["comma", "semicolon", "tab"] as const;
export type LayoutSeparator = (typeof LAYOUT_SEPARATORS)[number];

export const LAYOUT_SEPARATOR_WORDS: Record<LayoutSeparator, string> = {
  comma: "Comma",
  semicolon: "Semicolon",
  tab: "Tab",
};

/** How clock hours are written: 1.5, or 90. */
export const LAYOUT_HOURS = ["decimal", "minutes"] as const;
export type LayoutHours = (typeof LAYOUT_HOURS)[number];

export const LAYOUT_HOURS_WORDS: Record<LayoutHours, string> = {
  decimal: "Hours as 1.5",
  minutes: "Minutes as 90",
};

/** A column of a layout: what it holds, and what its head says. */
export interface LayoutColumn {
  key: keyof ExportRow;
  header: string;
}

/** How a district's payroll wants the file. */
export interface ExportLayout {
  columns: LayoutColumn[];
  days: LayoutDays;
  separator: LayoutSeparator;
  hours: LayoutHours;
}

/** All columns in the order of the rule (S3), as exports have always been. */
export const PLAIN_LAYOUT: ExportLayout = {
  columns: EXPORT_COLUMNS.map(({ key, header }) => ({ key, header })),
  days: "yyyy-mm-dd",
  separator: "comma",
  hours: "decimal",
};

const BY_KEY = new Map(EXPORT_COLUMNS.map((column) => [column.key, column]));

/** What is known of a column by its key. */
export const columnOf = (key: keyof ExportRow): ExportColumn => BY_KEY.get(key)!;

/** A day `YYYY-MM-DD` as a layout writes it. */
export function writeDay(day: string, days: LayoutDays): string {
  const [year, month, date] = day.split("-");
  if (!year || !month || !date || days === "yyyy-mm-dd") return day;
  if (days === "yyyymmdd") return `${year}${month}${date}`;
  return days === "mm/dd/yyyy" ? `${month}/${date}/${year}` : `${Number(month)}/${Number(date)}/${year}`;
}

/** Hours with at most two decimals, as whole minutes: "6.5" is "390". Every whole minute is told apart by two decimals. */
export const minutesOf = (hours: string): string => (hours === "" ? "" : String(Math.round(Number(hours) * 60)));

/** Topics with their hours, "EQUITY 1; STEM 1.5", with minutes instead. */
const topicsInMinutes = (topics: string): string =>
  topics.replaceAll(/ ([\d.]+)(?=;|$)/g, (_each, hours: string) => ` ${minutesOf(hours)}`);

/** What a row says in each column of a layout. In a workbook days stay as they are: their format is the sheet's. */
export function cellsOf(row: ExportRow, layout: ExportLayout, format: ExportFormat): string[] {
  return layout.columns.map(({ key }) => {
    const { holds } = columnOf(key);
    const value = row[key];
    if (layout.hours === "minutes" && holds === "hours") return minutesOf(value);
    if (layout.hours === "minutes" && holds === "topics") return topicsInMinutes(value);
    if (format === "xlsx") return value;
    if (holds === "day") return writeDay(value, layout.days);
    return holds === "time" ? value.replace(/^\S+/, (day) => writeDay(day, layout.days)) : value;
  });
}
