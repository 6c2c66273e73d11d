import { Form } from "@remix-run/react";
import { ROLE_KIND_LABELS, ROLE_KINDS } from "~/people/roles/role";
import { SubmitButton } from "~/ui/Button";
import { SelectOptions } from "~/ui/fields/choice-fields";
import { Hidden } from "~/ui/fields/form";
import { OnceField } from "~/ui/fields/OnceField";
import { STAFF_COLUMN_CHOICES, STAFF_COLUMN_WORDS, type StaffColumn } from "~/hr/staff-lists/reading/staff-heads";
import { MOST_WORDS, UNSAID } from "./staff-list-form";

interface StaffListMeaningsProps {
  columns: { head: string; as: StaffColumn; example: string }[];
  /** What people do, in words of the list that nobody knows. */
  words: string[];
  /** What was said of them and not taken. */
  said: { columns?: unknown; meanings?: unknown } | null;
}

/** The one of a list of answers, as a form gave it. */
const answerAt = (answers: unknown, index: number): string | undefined => {
  const given: unknown = Array.isArray(answers) ? answers[index] : undefined;
  return typeof given === "string" ? given : undefined;
};

const COLUMNS = STAFF_COLUMN_CHOICES.map((value) => ({ value, label: STAFF_COLUMN_WORDS[value] }));
const ROLES = [
  { value: UNSAID, label: "Not said: such lines are left out" },
  ...ROLE_KINDS.map((value) => ({ value, label: ROLE_KIND_LABELS[value] })),
];

/** How the columns and words of a list were read, to be corrected; the district's next lists are read so as well. */
export function StaffListMeanings({ columns, words, said }: StaffListMeaningsProps) {
  const unread = columns.filter(({ as, head }) => as === "unread" && head !== "").map(({ head }) => head);
  return (
    <Form method="post" className="grid gap-5 rounded-lg border border-line p-4">
      <OnceField />
      {words.length > 0 ? <Words words={words} meanings={said?.meanings} /> : null}
      <details open={said !== null}>
        <summary className="link inline-block cursor-pointer py-2.5 font-semibold break-words">
          {unread.length > 0
            ? `How the columns were read; not read: ${unread.join(", ")}`
            : "How the columns were read"}
        </summary>
        <fieldset className="mt-3 grid gap-4 sm:grid-cols-2">
          <legend className="sr-only">What the columns hold</legend>
          {columns.map(({ head, as, example }, index) => (
            <div key={index} className="grid min-w-0 gap-1">
              <label htmlFor={`column-${index}`} className="font-semibold break-words">
                {head || `Column ${index + 1}`}
                {example ? <span className="font-normal text-soft">, such as “{example}”</span> : null}
              </label>
              <select
                id={`column-${index}`}
                name="columns"
                defaultValue={answerAt(said?.columns, index) ?? as}
                className="input"
              >
                <SelectOptions options={COLUMNS} />
              </select>
            </div>
          ))}
        </fieldset>
        {words.length > 0 ? null : <Send />}
      </details>
      {words.length > 0 ? <Send /> : null}
    </Form>
  );
}

const Send = () => (
  <div className="mt-4 first:mt-0">
    <SubmitButton intent="meanings" variant="secondary">
      Read the list so
    </SubmitButton>
  </div>
);

function Words({ words, meanings }: { words: string[]; meanings: unknown }) {
  return (
    <fieldset className="grid gap-4 sm:grid-cols-2">
      <legend className="mb-2 text-lg font-semibold">What these words of yours mean</legend>
      {words.map((word, index) => (
        <div key={word} className="grid min-w-0 gap-1">
          <Hidden name="words" value={word} />
          <label htmlFor={`word-${index}`} className="font-semibold break-words">
            {word}
          </label>
          <select
            id={`word-${index}`}
            name="meanings"
            defaultValue={answerAt(meanings, index) ?? UNSAID}
            className="input"
          >
            <SelectOptions options={ROLES} />
          </select>
        </div>
      ))}
      {words.length >= MOST_WORDS ? (
        <p className="text-[0.9375rem] text-soft sm:col-span-2">
          At most {MOST_WORDS} words are asked for at once. If there are more, they follow once you have said what these
          mean.
        </p>
      ) : null}
    </fieldset>
  );
}
