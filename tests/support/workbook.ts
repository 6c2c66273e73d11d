import { crc32, deflateRawSync } from "node:zlib";

/** A cell: a text, a number, a day as the serial that spreadsheets keep, or an error. */
export type TestCell = string | number | { day: number } | { error: string } | null;

export interface TestSheet {
  name: string;
  rows: TestCell[][];
  merged?: string[];
}

interface Member {
  name: string;
  bytes: Buffer;
}

/** A ZIP of packed members. */
export function packZip(members: Member[]): Buffer {
  let at = 0;
  const parts = members.map(({ name, bytes }) => {
    const packed = deflateRawSync(bytes);
    const sizes = Buffer.alloc(12);
    sizes.writeUInt32LE(crc32(bytes), 0);
    sizes.writeUInt32LE(packed.length, 4);
    sizes.writeUInt32LE(bytes.length, 8);
    const local = Buffer.alloc(30);
    local.write("PK\x03\x04", "latin1");
    local.writeUInt16LE(20, 4);
    local.writeUInt16LE(8, 8);
    sizes.copy(local, 14);
    local.writeUInt16LE(name.length, 26);
    const head = Buffer.alloc(46);
    head.write("PK\x01\x02", "latin1");
    head.writeUInt16LE(20, 6);
    head.writeUInt16LE(8, 10);
    sizes.copy(head, 16);
    head.writeUInt16LE(name.length, 28);
    head.writeUInt32LE(at, 42);
    const body = Buffer.concat([local, Buffer.from(name), packed]);
    at += body.length;
    return { body, head: Buffer.concat([head, Buffer.from(name)]) };
  });
  const directory = Buffer.concat(parts.map(({ head }) => head));
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(members.length, 8);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts.map(({ body }) => body), directory, end]);
}

/** A workbook with these sheets, as spreadsheets write them, and whatever members besides. */
export function workbookOf(sheets: TestSheet[], more: Member[] = []): Buffer {
  const text = (name: string, xml: string) => ({ name, bytes: Buffer.from(`<?xml version="1.0"?>${xml}`) });
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const packages = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';
  const relations = sheets.map(
    (_sheet, n) => `<Relationship Id="rId${n + 1}" Type="${office}/worksheet" Target="worksheets/sheet${n + 1}.xml"/>`,
  );
  const names = sheets.map(({ name }, n) => `<sheet name="${name}" sheetId="${n + 1}" r:id="rId${n + 1}"/>`);
  const styles = `<Relationship Id="rIdS" Type="${office}/styles" Target="styles.xml"/>`;
  return packZip([
    text("[Content_Types].xml", "<Types/>"),
    text("xl/workbook.xml", `<workbook ${main} xmlns:r="${office}"><sheets>${names.join("")}</sheets></workbook>`),
    text("xl/_rels/workbook.xml.rels", `<Relationships ${packages}>${relations.join("")}${styles}</Relationships>`),
    // The second style is that of days.
    text(
      "xl/styles.xml",
      `<styleSheet ${main}><cellStyleXfs><xf numFmtId="0"/></cellStyleXfs><cellXfs><xf numFmtId="0" xfId="0"/><xf numFmtId="14" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    ),
    ...sheets.map((sheet, n) =>
      text(`xl/worksheets/sheet${n + 1}.xml`, `<worksheet ${main}>${bodyOf(sheet)}</worksheet>`),
    ),
    ...more,
  ]);
}

function bodyOf({ rows, merged = [] }: TestSheet): string {
  const lines = rows.map((cells, row) => {
    const inside = cells.map((cell, column) => cellOf(cell, `${String.fromCharCode(65 + column)}${row + 1}`));
    return inside.join("") === "" ? "" : `<row r="${row + 1}">${inside.join("")}</row>`;
  });
  const ranges = merged.map((range) => `<mergeCell ref="${range}"/>`);
  return `<sheetData>${lines.join("")}</sheetData><mergeCells>${ranges.join("")}</mergeCells>`;
}

function cellOf(cell: TestCell, at: string): string {
  if (cell === null) return "";
  if (typeof cell === "number") return `<c r="${at}"><v>${cell}</v></c>`;
  if (typeof cell === "string") return `<c r="${at}" t="inlineStr"><is><t>${cell}</t></is></c>`;
  return "day" in cell ? `<c r="${at}" s="1"><v>${cell.day}</v></c>` : `<c r="${at}" t="e"><v>${cell.error}</v></c>`;
}
