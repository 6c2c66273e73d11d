import { STEP_LIMITS } from "./step";

/** A question's row of fields, all text. */
export interface QuestionRow {
  text?: string;
  answers?: (string | undefined)[];
  right?: string;
  why?: string;
}

/** So many empty questions stand below those that are written; saved, there are as many again. */
const EMPTY_ROWS = 3;

/** The questions of a quiz, those that are written and a few empty ones; what stays empty is left out. */
export function QuestionFields({ rows }: { rows: readonly QuestionRow[] }) {
  const written = rows.filter(({ text, answers = [] }) => text || answers.some(Boolean));
  const room = Math.max(0, Math.min(EMPTY_ROWS, STEP_LIMITS.questions - written.length));
  const all = [...written, ...Array.from({ length: room }, (): QuestionRow => ({}))];
  return (
    <div className="grid gap-4">
      {all.map((row, index) => (
        <QuestionRowFields key={index} row={row} index={index} />
      ))}
      <p className="text-[0.9375rem] text-soft">
        Empty questions and answers are left out. Once the step is saved, there is room for {EMPTY_ROWS} more questions.
      </p>
    </div>
  );
}

function QuestionRowFields({ row, index }: { row: QuestionRow; index: number }) {
  const at = `questions[${index}]`;
  const number = index + 1;
  return (
    <fieldset className="grid min-w-0 gap-3 rounded-[0.625rem] border border-line bg-surface p-4">
      <legend className="sr-only">Question {number}</legend>
      <label className="grid gap-1 font-semibold">
        Question {number}
        <textarea
          name={`${at}.text`}
          defaultValue={row.text ?? ""}
          rows={2}
          maxLength={STEP_LIMITS.question}
          className="input block font-normal"
        />
      </label>
      <fieldset className="grid min-w-0 gap-2">
        <legend className="text-[0.9375rem] text-soft">Answers; mark the one that is right</legend>
        {Array.from({ length: STEP_LIMITS.answers }, (_, answer) => (
          <div key={answer} className="flex items-center gap-3">
            <span className="choice shrink-0">
              <input
                type="radio"
                name={`${at}.right`}
                value={answer}
                defaultChecked={row.right === String(answer)}
                aria-label={`Answer ${answer + 1} of question ${number} is right`}
              />
            </span>
            <input
              name={`${at}.answers[${answer}]`}
              defaultValue={row.answers?.[answer] ?? ""}
              maxLength={STEP_LIMITS.answer}
              aria-label={`Answer ${answer + 1} of question ${number}`}
              className="input"
            />
          </div>
        ))}
      </fieldset>
      <label className="grid gap-1 text-[0.9375rem] font-semibold">
        <span>
          Why it is right<span className="font-normal text-soft"> (optional), shown with the results</span>
        </span>
        <input
          name={`${at}.why`}
          defaultValue={row.why ?? ""}
          maxLength={STEP_LIMITS.question}
          className="input font-normal"
        />
      </label>
    </fieldset>
  );
}
