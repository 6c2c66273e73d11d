import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "vitest";

/** Outside of CI a machine may lack LibreOffice; there its absence fails the test. */
export const officeTest = test.skipIf(!existsSync("/usr/bin/soffice") && !process.env.CI);

/** How long LibreOffice may take, its first start with a profile of its own included. */
export const OFFICE_MS = 120_000;

/** A workbook as LibreOffice reads and writes it anew: `csv`, or `fods`, which says of each cell what it is. */
export function convertedByOffice(workbook: Buffer, to: "csv" | "fods"): string {
  const folder = mkdtempSync(path.join(tmpdir(), "hourbook-office-"));
  try {
    writeFileSync(path.join(folder, "book.xlsx"), workbook);
    const profile = `-env:UserInstallation=file://${path.join(folder, "profile")}`;
    const words = [profile, "--headless", "--convert-to", to, "--outdir", folder, path.join(folder, "book.xlsx")];
    const { status, stderr } = spawnSync("soffice", words, { encoding: "utf8", timeout: OFFICE_MS });
    if (status !== 0) throw new Error(`LibreOffice ended with ${status}: ${stderr}`);
    return readFileSync(path.join(folder, `book.${to}`), "utf8");
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A cell of a sheet in the words of an OpenDocument file. */
export interface OfficeCell {
  type: string | null;
  /** The value of a number or a date. */
  value: string | null;
  text: string;
}

/** The cells of the first sheet in the order of their rows, without what is repeated to the edge of the sheet. */
export function officeCells(fods: string): OfficeCell[][] {
  const [table] = /<table:table .*?<\/table:table>/s.exec(fods) ?? [""];
  return [...table.matchAll(/<table:table-row[^>]*>(.*?)<\/table:table-row>/gs)].map(([, row]) =>
    [...row!.matchAll(/<table:table-cell([^>]*?)(?:\/>|>(.*?)<\/table:table-cell>)/gs)].flatMap(
      ([, attributes = "", inside = ""]) => {
        const cell = cellOf(attributes, inside);
        // Cells that are alike stand there once.
        const times = Number(/number-columns-repeated="(\d+)"/.exec(attributes)?.[1] ?? 1);
        return cell.type === null ? [cell] : Array.from({ length: times }, () => cell);
      },
    ),
  );
}

function cellOf(attributes: string, inside: string): OfficeCell {
  const attribute = (name: string) => new RegExp(`office:${name}="([^"]*)"`).exec(attributes)?.[1] ?? null;
  const text = [...inside.matchAll(/<text:p>(.*?)<\/text:p>/gs)].map(([, words]) => words).join("\n");
  const value = attribute("date-value") ?? attribute("value");
  return { type: attribute("value-type"), value, text: text.replaceAll(/<[^>]+>/g, "") };
}
