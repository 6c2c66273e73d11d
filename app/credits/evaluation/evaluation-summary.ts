/** A question of an evaluation form: answered from 1 to 5, or in words. */
export interface Question {
  key: string;
  text: string;
  kind: "scale" | "text";
}

export type Answers = Readonly<Record<string, number | string>>;

/** How a question was answered. */
export type QuestionSummary =
  | { kind: "scale"; text: string; count: number; tenths: number | null; bars: { value: number; count: number }[] }
  | { kind: "text"; text: string; words: string[] };

const SCALE = [5, 4, 3, 2, 1];

/** Every question with how it was answered (T6). The mean is in tenths, halves up, by integers; null without answers. */
export function summarize(questions: readonly Question[], responses: readonly Answers[]): QuestionSummary[] {
  return questions.map(({ key, text, kind }) => {
    const given = responses.map((answers) => answers[key]);
    if (kind === "text") {
      return {
        kind,
        text,
        words: given.filter((each) => typeof each === "string").filter((each) => each.trim() !== ""),
      };
    }
    const values = given.filter((each) => typeof each === "number");
    const sum = values.reduce((total, value) => total + value, 0);
    return {
      kind,
      text,
      count: values.length,
      tenths: values.length === 0 ? null : Math.floor((20 * sum + values.length) / (2 * values.length)),
      bars: SCALE.map((value) => ({ value, count: values.filter((each) => each === value).length })),
    };
  });
}
