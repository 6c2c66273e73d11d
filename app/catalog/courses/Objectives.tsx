import { Section } from "~/ui/frame/Page";

/** What participants of a course will be able to do; public (A4). */
export function Objectives({ objectives }: { objectives: readonly string[] }) {
  return (
    <Section title="You will be able to">
      <ul className="grid max-w-[65ch] list-disc gap-1 pl-5">
        {objectives.map((objective) => (
          <li key={objective}>{objective}</li>
        ))}
      </ul>
    </Section>
  );
}
