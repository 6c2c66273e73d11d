import { Lines } from "~/catalog/offerings/Arrival";
import { formatDateTime, plural } from "~/platform/format";
import { Card, Section } from "~/ui/frame/Page";
import { Status } from "~/ui/Status";
import type { Attempt, listVersions } from "./my-steps.server";
import type { ReflectionState } from "./reflection-state";

const STATE_WORDS: Record<ReflectionState, { text: string; tone: "waiting" | "good" | "attention" }> = {
  waiting: { text: "To be read", tone: "waiting" },
  accepted: { text: "Accepted", tone: "good" },
  returned: { text: "Returned to write again", tone: "attention" },
};

interface VersionsProps {
  versions: ReturnType<typeof listVersions>;
  timeZone: string;
  /** Whether whoever wrote them looks. */
  own?: boolean;
}

/** What was handed in for a reflection, the newest first, with what was answered; nothing where there is none. */
export function Versions({ versions, timeZone, own = false }: VersionsProps) {
  if (versions.length === 0) return null;
  return (
    <Section title={own ? "What you handed in" : "What was handed in"}>
      <ol className="grid gap-3">
        {versions.toReversed().map(({ number, text, words, handedInAt, state, answer, readAt, readBy }) => (
          <li key={number}>
            <Card className="grid gap-3">
              <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
                <Status tone={STATE_WORDS[state].tone}>{STATE_WORDS[state].text}</Status>
                <span className="text-soft">
                  Version {number} · {formatDateTime(handedInAt, timeZone)} · {plural(words, "word")}
                </span>
              </p>
              <Lines text={text} />
              {readAt === null ? null : (
                <div className="border-l-4 border-line pl-4">
                  <p className="text-[0.9375rem] text-soft">
                    {readBy} · {formatDateTime(readAt, timeZone)}
                  </p>
                  {answer ? <Lines text={answer} /> : <p>Read and accepted.</p>}
                </div>
              )}
            </Card>
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** How a quiz went, the newest attempt first; what is right stands where it may be shown. */
export function Attempts({ attempts, timeZone }: { attempts: Attempt[]; timeZone: string }) {
  if (attempts.length === 0) return null;
  return (
    <Section title="Results">
      <ol className="grid gap-3">
        {attempts.toReversed().map((attempt, index) => (
          <li key={attempt.number}>
            <Card className="grid gap-3">
              <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
                <Status tone={attempt.passed ? "good" : "attention"}>
                  {attempt.right} of {attempt.of} right{attempt.passed ? ", passed" : ""}
                </Status>
                <span className="text-soft">
                  Attempt {attempt.number} · {formatDateTime(attempt.takenAt, timeZone)}
                  {attempt.passed ? "" : ` · ${attempt.passingScore} needed`}
                </span>
              </p>
              <details open={index === 0}>
                <summary className="link inline-block cursor-pointer py-2">Questions and answers</summary>
                <Answers attempt={attempt} />
              </details>
            </Card>
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Answers({ attempt }: { attempt: Attempt }) {
  const isHidden = attempt.questions.some(({ isRight }) => isRight === null);
  return (
    <>
      {isHidden ? (
        <p className="mt-2 text-[0.9375rem] text-soft">
          What is right is shown once the quiz is passed, cannot be taken any more, or is over.
        </p>
      ) : null}
      <ol className="mt-2 grid gap-4">
        {attempt.questions.map(({ text, chosen, isRight, right, why }, number) => (
          <li key={number}>
            <p className="font-semibold">
              {number + 1}. {text}
            </p>
            <p className="flex flex-wrap items-center gap-x-3">
              {chosen}
              {isRight === null ? null : (
                <Status tone={isRight ? "good" : "attention"}>{isRight ? "Right" : "Not right"}</Status>
              )}
            </p>
            {isRight === false && right ? <p>Right: {right}</p> : null}
            {why ? <p className="text-soft">{why}</p> : null}
          </li>
        ))}
      </ol>
    </>
  );
}
