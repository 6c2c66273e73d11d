import { Hidden } from "./form";
import { Notice } from "~/ui/frame/Page";

interface StaleValue {
  field: string;
  now: unknown;
  before: unknown;
  touched: boolean;
}

interface VersionFieldsProps {
  /** What the form was opened with; null for a new row, which has no version. */
  base: string | null;
  stale: { base: string; fields: StaleValue[] } | null;
  /** Who changed it, and when, in words. */
  changedBy: string | null;
  /** What each field is called on the page. */
  labels: Readonly<Record<string, string>>;
  /** What the values of a choice are called, by field. */
  options?: Readonly<Record<string, ReadonlyMap<unknown, string>>>;
  /** A value in words, where it is not its own. */
  wordsOf?: (field: string, value: unknown) => string;
}

/** The version that a form carries along, and, after a collision, a choice between the two values field by field. */
export function VersionFields({ base, stale, changedBy, labels, options, wordsOf = plainWords }: VersionFieldsProps) {
  const say = (field: string, value: unknown) => options?.[field]?.get(value) ?? wordsOf(field, value);
  if (base === null) return null;
  if (!stale) return <Hidden name="base" value={base} />;
  return (
    <>
      <Hidden name="base" value={stale.base} />
      <Notice
        tone="attention"
        title={changedBy ? `${changedBy} has changed this meanwhile` : "This was changed meanwhile"}
      >
        <div className="mt-3 grid gap-5">
          {stale.fields.map(({ field, now, before, touched }) => (
            <fieldset key={field} className="grid gap-1">
              <legend className="font-semibold">{labels[field] ?? field}</legend>
              <p className="text-soft">It was {say(field, before)} when you opened the page.</p>
              <label className="flex items-start gap-2 py-1">
                <input type="radio" name={`keep.${field}`} value="theirs" defaultChecked={!touched} className="mt-1" />
                <span>Keep what stands now: {say(field, now)}</span>
              </label>
              <label className="flex items-start gap-2 py-1">
                <input type="radio" name={`keep.${field}`} value="mine" defaultChecked={touched} className="mt-1" />
                <span>{touched ? "Use what you typed below" : "Put it back as it was"}</span>
              </label>
            </fieldset>
          ))}
        </div>
      </Notice>
    </>
  );
}

/** A value as people read it: a text, a list of texts, or rows with their fields one after another. */
function plainWords(_field: string, value: unknown): string {
  if (value === null || value === undefined || value === "" || value === false) return "nothing";
  if (Array.isArray(value)) return value.length === 0 ? "nothing" : value.map((each) => wordsOfEach(each)).join("; ");
  return wordsOfEach(value);
}

function wordsOfEach(value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const parts = Object.entries(value).filter(([key, part]) => key !== "id" && typeof part === "string" && part !== "");
  return parts.map(([, part]) => String(part)).join(" ");
}
