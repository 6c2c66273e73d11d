import { decodeText } from "~/platform/text/decode-text";
import { UNTRUSTED_REFUSALS } from "~/platform/untrusted/refusal";
import { readForeignList } from "./foreign-list.server";
import type { ReadList } from "./import-rows.server";
import type { ColumnChoice } from "./list-heads";

interface Given {
  list: string;
  file?: File | undefined;
  columns?: readonly ColumnChoice[] | undefined;
}

/** A list that was typed, pasted or uploaded: its whole text, and what was read of it or why nothing was. */
export type GivenList =
  { ok: true; text: string; list: ReadList } | { ok: false; text: string; words: string; field: "list" | "file" };

/** Reads what was typed and, after it, what the file holds. */
export async function readGivenList({ list, file, columns }: Given): Promise<GivenList> {
  const uploaded = file ? decodeText(new Uint8Array(await file.arrayBuffer())) : { ok: true as const, text: "" };
  if (!uploaded.ok) return { ok: false, text: list, words: notText(uploaded.kind), field: "file" };
  const text = [list, uploaded.text].filter((each) => each.trim() !== "").join("\n");
  const read = await readForeignList({ text, columns });
  if (!read.ok) return { ok: false, text, words: UNTRUSTED_REFUSALS[read.reason], field: "list" };
  return { ok: true, text, list: read.value };
}

const notText = (kind: string): string =>
  `This file is ${kind}. Open it in your spreadsheet, save it as “CSV UTF-8”, and choose that file.`;
