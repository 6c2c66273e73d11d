import { CODE_HEADERS } from "./export-row";

/** How to open the file so that codes stay as they are, and how formulas are kept from running. */
export function KeepZeros() {
  return (
    <details>
      <summary className="link inline-flex min-h-11 items-center">How to open it so that zeros stay</summary>
      <div className="prose">
        <p>
          In an Excel file codes are text and days are days: it can be opened as it is. A CSV file cannot say so: opened
          with a double click, a spreadsheet takes codes for numbers, and 01109 becomes 1109. Import the file instead,
          and say that these columns are text: {CODE_HEADERS.join(", ")}. An HR system that reads the file itself needs
          none of this.
        </p>
        <ul>
          <li>
            Excel: in an empty workbook, Data, From Text/CSV, choose the file, Transform Data; mark the columns, set
            their type to Text, choose Replace current, then Close &amp; Load.
          </li>
          <li>
            LibreOffice Calc: File, Open; in the window that appears choose Unicode (UTF-8) and Comma, tick “Format
            quoted field as text”, or mark the columns and set their type to Text.
          </li>
          <li>Google Sheets: File, Import, Upload, and untick “Convert text to numbers, dates, and formulas”.</li>
        </ul>
        <p>
          In a CSV file a text that a spreadsheet would run as a formula has an apostrophe before it: &apos;=1+1 stands
          for =1+1. Taking one apostrophe away from every cell that begins with an apostrophe and then = + - @ or a tab
          gives all texts as they were. In an Excel file nothing is put before them, since a text there is never a
          formula.
        </p>
      </div>
    </details>
  );
}
