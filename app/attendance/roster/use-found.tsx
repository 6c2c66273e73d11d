import { useMemo } from "react";
import { findBearer } from "~/attendance/scan/check-in-pass";
import { holdsWords, searchableText, searchWords } from "~/platform/text/fold";

/** Beyond so many rows the browser draws only those in sight. */
const LONG = 100;
const UNDRAWN_OUT_OF_SIGHT = "[&>li]:[contain-intrinsic-size:auto_4rem] [&>li]:[content-visibility:auto]";

/** How a list of so many people at the door is drawn. */
export const rosterLook = (rows: number): string => (rows > LONG ? UNDRAWN_OUT_OF_SIGHT : "");

interface Findable {
  sortName: string;
  name: string;
  registrationId: string | null;
}

/** The people whose names hold every word, whatever its accents; or whose check-in pass it is, or its short code. */
export function useFound<Row extends Findable>(rows: readonly Row[], wanted: string): Row[] {
  const folded = useMemo(() => rows.map((row) => ({ row, names: searchableText(row.sortName, row.name) })), [rows]);
  return useMemo(() => {
    const bearer = findBearer(rows, wanted);
    if (bearer) return [bearer];
    const words = searchWords(wanted);
    return folded.filter(({ names }) => holdsWords(names, words)).map(({ row }) => row);
  }, [rows, folded, wanted]);
}
