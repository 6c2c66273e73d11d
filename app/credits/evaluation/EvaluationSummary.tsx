import { plural } from "~/platform/format";
import { Section } from "~/ui/frame/Page";
import type { QuestionSummary } from "./evaluation-summary";

const ENDS: Record<number, string> = { 5: " – completely", 1: " – not at all" };

/** How each question was answered: bars with their figures, or people's words. */
export function EvaluationSummary({ questions }: { questions: QuestionSummary[] }) {
  return questions.map((question) => (
    <div key={question.text} className="keep">
      {question.kind === "scale" ? <Scale question={question} /> : <Words question={question} />}
    </div>
  ));
}

function Scale({ question }: { question: Extract<QuestionSummary, { kind: "scale" }> }) {
  const { text, tenths, count, bars } = question;
  const mean = tenths === null ? "No answers" : `Mean ${Math.floor(tenths / 10)}.${tenths % 10} of 5`;
  return (
    <Section title={text} description={tenths === null ? mean : `${mean}, ${plural(count, "answer")}`}>
      <table className="w-full max-w-2xl border-collapse">
        <caption className="sr-only">{text}</caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">Answer</th>
            <th scope="col">Share</th>
            <th scope="col">People</th>
          </tr>
        </thead>
        <tbody>
          {bars.map((bar) => (
            <tr key={bar.value}>
              <th scope="row" className="w-36 py-1 pr-3 text-left font-normal whitespace-nowrap">
                {bar.value}
                {ENDS[bar.value]}
              </th>
              <td className="py-1">
                <div className="h-5 rounded-sm border border-strong print:border-black" aria-hidden>
                  <div
                    className="h-full bg-accent [print-color-adjust:exact]"
                    style={{ width: `${count === 0 ? 0 : Math.floor((100 * bar.count) / count)}%` }}
                  />
                </div>
              </td>
              <td className="w-28 py-1 pl-3 text-right whitespace-nowrap tabular-nums">
                {bar.count}{" "}
                <span className="text-soft">({count === 0 ? 0 : Math.floor((100 * bar.count) / count)}%)</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function Words({ question }: { question: Extract<QuestionSummary, { kind: "text" }> }) {
  const { text, words } = question;
  return (
    <Section title={text} description={words.length > 0 ? plural(words.length, "answer") : "Nobody wrote anything."}>
      {words.length > 0 ? (
        <ul className="grid gap-3">
          {words.map((each, index) => (
            <li key={`${index} ${each}`} className="keep border-l-3 border-line pl-4 whitespace-pre-line">
              {each}
            </li>
          ))}
        </ul>
      ) : null}
    </Section>
  );
}
