import { z } from "zod";
import { requiredText } from "~/platform/http/form-fields";
import { versionFields } from "~/platform/http/version-fields";
import { EXPORT_COLUMNS, type ExportRow } from "~/hr/exports/export-row";
import {
  type ExportLayout,
  LAYOUT_DAYS,
  LAYOUT_HOURS,
  LAYOUT_SEPARATORS,
  type LayoutColumn,
  PLAIN_LAYOUT,
} from "./export-layout";

const KEYS = EXPORT_COLUMNS.map(({ key }) => key) as [keyof ExportRow, ...(keyof ExportRow)[]];

/** A column as the form shows it: its place in the file from 1, empty where it is left out. */
export interface ColumnDraft {
  key: keyof ExportRow;
  place: string;
  header: string;
}

/** What the form of a layout shows of it. */
export interface LayoutDraft extends Omit<ExportLayout, "columns"> {
  name: string;
  columns: ColumnDraft[];
}

const column = z.object({
  key: z.enum(KEYS),
  place: z
    .string()
    .regex(/^\d{1,3}$/, "Enter a whole number, or nothing to leave the column out.")
    .optional(),
  header: z.string().trim().max(80, "Use at most 80 characters.").optional(),
});

const fields = {
  name: requiredText("Give the layout a name.", 80),
  days: z.enum(LAYOUT_DAYS, "Choose how days are written."),
  separator: z.enum(LAYOUT_SEPARATORS, "Choose what stands between cells."),
  hours: z.enum(LAYOUT_HOURS, "Choose how hours are written."),
  columns: z
    .array(column)
    .max(KEYS.length)
    .transform((drafts, ctx) => {
      const columns = columnsOf(drafts);
      const fault = faultOfColumns(columns);
      if (fault !== null) ctx.addIssue({ code: "custom", message: fault });
      return columns;
    }),
};

/** The columns of a form that have a place, in its order; a column whose heading is left empty keeps its own. */
export function columnsOf(drafts: readonly z.output<typeof column>[]): LayoutColumn[] {
  return drafts
    .filter(({ place }) => place !== undefined)
    .map((draft) => ({ ...draft, at: Number(draft.place) }))
    .sort((a, b) => a.at - b.at)
    .map(({ key, header }) => ({ key, header: header || EXPORT_COLUMNS.find((each) => each.key === key)!.header }));
}

function faultOfColumns(columns: readonly LayoutColumn[]): string | null {
  if (columns.length === 0) return "Give at least one column a place in the file.";
  if (new Set(columns.map(({ key }) => key)).size < columns.length) return "A column stands in the form twice.";
  const seen = new Set<string>();
  const twice = columns.find(({ header }) => seen.size === seen.add(header.toLowerCase()).size);
  return twice ? `Two columns are called “${twice.header}”. Give each a heading of its own.` : null;
}

/** A layout that HR adds for one of their organizations. */
export const newLayoutForm = z.object({ organisationId: z.string().min(1), ...fields });

/** HR changes a layout, or deletes it. */
export const layoutPageForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("save"), ...fields, ...versionFields }),
  z.object({ intent: z.literal("delete") }),
]);

/** A layout as its form shows it: every column there is, with its place. */
export function toLayoutDraft({ name, layout }: { name: string; layout: ExportLayout }): LayoutDraft {
  const { columns, ...rest } = layout;
  return {
    name,
    ...rest,
    columns: PLAIN_LAYOUT.columns.map(({ key, header }) => {
      const at = columns.findIndex((each) => each.key === key);
      return { key, place: at < 0 ? "" : String(at + 1), header: columns[at]?.header ?? header };
    }),
  };
}
