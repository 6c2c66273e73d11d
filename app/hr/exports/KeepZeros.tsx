import { CODE_HEADERS } from "./export-row";

/** How to open the file so that codes stay as they are: a CSV file cannot say by itself that a column is text. */
export function KeepZeros() {
  return (
    <details>
      <summary className="link inline-flex min-h-11 items-center">How to open it so that zeros stay</summary>
      <div className="prose">
        <p>
          Opened with a double click, a spreadsheet takes codes for numbers: 01109 becomes 1109. Import the file
          instead, and say that these columns are text: {CODE_HEADERS.join(", ")}. An HR system that reads the file
          itself needs none of this.
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
      </div>
    </details>
  );
}
