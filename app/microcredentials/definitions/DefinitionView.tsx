import { Card, Facts, Section } from "~/ui/frame/Page";
import { Unfold } from "~/ui/Unfold";
import { formatHours, plural } from "~/platform/format";
import type { ReactNode } from "react";
import { type Criterion, type Definition, EVIDENCE_KIND_LABELS, type EvidencePart, isWritten } from "./definition";

/** What a micro-credential says, as everybody reads it. */
export function DefinitionView({
  definition,
  approvedMinutes,
}: {
  definition: Definition;
  /** What the committee approved of clock hours for what is awarded now; null: none (M2). */
  approvedMinutes: number | null;
}) {
  const { competency, method, importance, sources, audience, example, alignment, promisedDays, validYears } =
    definition;
  return (
    <>
      <Prose title="Competency" text={competency} />
      <Prose title="Key method" text={method} />
      <Prose title="Why it matters" text={importance}>
        {sources.length > 0 ? (
          <ul className="grid list-disc gap-1 pl-5 text-soft" aria-label="Sources">
            {sources.map((source) => (
              <li key={source}>{source}</li>
            ))}
          </ul>
        ) : null}
      </Prose>
      <Rubric criteria={definition.criteria} />
      <EvidenceList evidence={definition.evidence} criteria={definition.criteria} />
      <Prose title="What good evidence looks like" text={example} />
      <Section title="Good to know">
        <Facts
          items={[
            ...(audience ? [{ label: "For whom", value: audience }] : []),
            { label: "Decision", value: `Promised within ${plural(promisedDays, "day")} of submission` },
            { label: "Valid", value: validYears === null ? "For good" : `For ${plural(validYears, "year")}` },
            ...(definition.minutes > 0 || approvedMinutes !== null
              ? [{ label: "Clock hours", value: hoursInWords(definition.minutes, approvedMinutes) }]
              : []),
          ]}
        />
        {alignment.length > 0 ? (
          <ul className="grid gap-1">
            {alignment.map(({ code, name, url }) => (
              <li key={`${code} ${url}`}>
                <a href={url} className="link" rel="noreferrer">
                  {code}: {name}
                </a>
              </li>
            ))}
          </ul>
        ) : null}
      </Section>
    </>
  );
}

const hoursInWords = (asked: number, approved: number | null): string =>
  approved === null
    ? `None. ${formatHours(asked)} were asked for; the committee has not approved them.`
    : `${formatHours(approved)}, approved by the committee`;

function Prose({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  if (text === "" && !children) return null;
  return (
    <Section title={title}>
      {text === "" ? null : <p className="max-w-[65ch] whitespace-pre-line">{text}</p>}
      {children}
    </Section>
  );
}

/** The criteria with both levels of their rubric, in words. */
function Rubric({ criteria }: Pick<Definition, "criteria">) {
  if (criteria.length === 0) return null;
  return (
    <Section title="Criteria" description="All of them have to be demonstrated.">
      <ol className="grid gap-3">
        {criteria.map((criterion) => (
          <li key={criterion.key}>
            <CriterionCard criterion={criterion} />
          </li>
        ))}
      </ol>
    </Section>
  );
}

interface CardProps {
  /** Of its heading. */
  level?: 2 | 3;
  children?: ReactNode;
}

/** A criterion, and what can be done with it. */
export function CriterionCard({ criterion, level = 3, children }: CardProps & { criterion: Criterion }) {
  const { title, words, demonstrated, notYet } = criterion;
  const Heading = `h${level}` as const;
  return (
    <Card className="grid gap-3">
      <Heading className="text-lg font-semibold">{title}</Heading>
      <p>{words}</p>
      <dl className="grid gap-3 sm:grid-cols-2">
        <div>
          <dt className="font-semibold">Demonstrated</dt>
          <dd>{demonstrated}</dd>
        </div>
        <div>
          <dt className="font-semibold">Not yet</dt>
          <dd>{notYet}</dd>
        </div>
      </dl>
      {children}
    </Card>
  );
}

function EvidenceList({ evidence, criteria }: Pick<Definition, "evidence" | "criteria">) {
  if (evidence.length === 0) return null;
  return (
    <Section title="Evidence">
      <ol className="grid gap-3">
        {evidence.map((part) => (
          <li key={part.key}>
            <EvidenceCard part={part} criteria={criteria} />
          </li>
        ))}
      </ol>
    </Section>
  );
}

interface EvidenceCardProps extends CardProps {
  part: EvidencePart;
  criteria: readonly Criterion[];
}

/** What a part of the evidence asks for, and what can be done with it. */
export function EvidenceCard({ part, criteria, level = 3, children }: EvidenceCardProps) {
  const titles = criteria.filter(({ key }) => part.criteria.includes(key)).map(({ title }) => title);
  const Heading = `h${level}` as const;
  return (
    <Card className="grid gap-1">
      <Heading className="font-semibold">{part.title}</Heading>
      <p>{part.words}</p>
      <p className="text-soft">
        {sizeInWords(part)}
        {titles.length > 0 ? ` · For ${titles.join(", ")}` : ""}
      </p>
      {part.example ? (
        <div className="mt-2">
          <Unfold title={`An example of good evidence: ${part.title}`}>
            <p className="whitespace-pre-line">{part.example}</p>
          </Unfold>
        </div>
      ) : null}
      {children}
    </Card>
  );
}

/** How much a part asks for: "Text, 200 to 800 words", "Up to 3 files", and whether it has to be there. */
export function sizeInWords({ kind, most, leastWords, mostWords, required }: EvidencePart): string {
  const size = isWritten(kind)
    ? `${EVIDENCE_KIND_LABELS[kind]}, ${leastWords > 0 ? `${leastWords} to ${mostWords}` : `up to ${mostWords}`} words`
    : `Up to ${plural(most, kind)}`;
  return required ? size : `${size} · optional`;
}
