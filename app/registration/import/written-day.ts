import { isPlainDate } from "~/platform/time/plain-date";
import { addDays } from "~/platform/time/time-zone";

/** Day 1 of spreadsheets, as far as dates after February 1900 go. */
const SHEET_DAY_0 = "1899-12-30";
/** How spreadsheets count the last day of the calendar. */
const LAST_SHEET_DAY = 2_958_465;

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH = "(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\\.?";
const YEAR = "(\\d{4}|\\d{2})";

/** A time of day after a date, which says nothing of the day. */
const TIME = /(?:T|\s+)\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?\s*(?:[ap]\.?m\.?)?\s*(?:Z|[+-]\d\d:?\d\d)?$/i;

type Order = "year-month-day" | "month-day-year" | "day-month-year";

const FORMS: readonly [RegExp, Order][] = [
  [/^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/, "year-month-day"],
  [/^((?:19|20|99)\d\d)()(\d\d)(\d\d)$/, "year-month-day"],
  [/^(\d{1,2})([-/])(\d{1,2})\2(\d{4}|\d{2})$/, "month-day-year"],
  [new RegExp(`^(\\d{1,2})([- /]?)${MONTH}[- /,]*${YEAR}$`, "i"), "day-month-year"],
  [new RegExp(`^${MONTH}([- ]?)(\\d{1,2})(?:st|nd|rd|th)?[- ,]+${YEAR}$`, "i"), "month-day-year"],
];

/**
 * A date as people and HR systems write it: `2026-09-01`, `9/1/2026`, `9/1/26`, `01-Sep-26`, `Sep 1, 2026`, `20260901`, each
 * also with a time of day, or a spreadsheet's count of days; null for none. Years of two digits are those of 1950 to 2049.
 */
export function dayOfText(text: string): string | null {
  const written = text.trim().replace(TIME, "");
  if (/^\d{5}(\.\d+)?$/.test(written)) return addDays(SHEET_DAY_0, Math.floor(Number(written)));
  if (Number(written) === LAST_SHEET_DAY) return "9999-12-31";
  for (const [form, order] of FORMS) {
    const [, first, , second, third] = form.exec(written) ?? [];
    if (first !== undefined && second !== undefined && third !== undefined) return dayIn(order, [first, second, third]);
  }
  return null;
}

function dayIn(order: Order, [first, second, third]: [string, string, string]): string | null {
  const [year, month, day] = {
    "year-month-day": [first, second, third] as const,
    "month-day-year": [third, first, second] as const,
    "day-month-year": [third, second, first] as const,
  }[order];
  const date = `${wholeYear(year)}-${monthNumber(month).padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isPlainDate(date) ? date : null;
}

const monthNumber = (month: string): string =>
  /^\d/.test(month) ? month : String(MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1);

/** "98" is 1998: people were hired then, and nobody will be in 2098. */
const wholeYear = (year: string): string => (year.length === 4 ? year : `${year >= "50" ? "19" : "20"}${year}`);
