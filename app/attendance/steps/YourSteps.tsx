import { STEP_KIND_LABELS } from "~/catalog/steps/step";
import { formatDateTime, formatDays, plural } from "~/platform/format";
import { Section } from "~/ui/frame/Page";
import { Status } from "~/ui/Status";
import type { MyOwnTime } from "./my-steps.server";
import { STEP_STANDING_WORDS } from "./step-standing";
import { Link } from "~/ui/Link";

/** The steps of an offering with their dates and how far somebody has come; nothing where there are none. */
export function YourSteps({ ownTime }: { ownTime: MyOwnTime[] }) {
  if (ownTime.length === 0) return null;
  return (
    <Section
      id="steps"
      title="Your steps"
      description="Online, on your own time. Each counts when it is done; hours are counted once the offering is over."
    >
      <div className="grid gap-6">
        {ownTime.map((session) => (
          <OwnTimeSteps key={session.id} session={session} />
        ))}
      </div>
    </Section>
  );
}

function OwnTimeSteps({ session }: { session: MyOwnTime }) {
  const { steps, startsAt, endsAt, timeZone, topic } = session;
  const done = steps.filter(({ standing }) => standing === "done");
  const sum = (of: typeof steps) => of.reduce((minutes, step) => minutes + step.minutes, 0);
  return (
    <div className="grid gap-3">
      <p>
        <span className="font-semibold">{topic ?? formatDays(startsAt, endsAt, timeZone)}</span>
        <span className="text-soft">
          {" "}
          · {done.length} of {plural(steps.length, "step")} done, {sum(done)} of {sum(steps)} minutes
        </span>
      </p>
      <progress
        value={done.length}
        max={Math.max(1, steps.length)}
        aria-label={`${done.length} of ${steps.length} steps done`}
        className="h-2 w-full max-w-md accent-accent"
      />
      <ol className="grid overflow-hidden rounded-[0.625rem] border border-line bg-surface">
        {steps.map((step, index) => (
          <li key={step.id} className="grid gap-1 border-b border-line p-4 last:border-b-0">
            <p>
              <Link to={`/steps/${step.id}`} className="link inline-block py-1 font-semibold pointer-coarse:py-2.5">
                {index + 1}. {step.title}
              </Link>
            </p>
            <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
              <Status tone={STEP_STANDING_WORDS[step.standing].tone}>{STEP_STANDING_WORDS[step.standing].text}</Status>
              <span className="text-soft">
                {STEP_KIND_LABELS[step.kind]} · {step.minutes} minutes · {whenOf(step, timeZone)}
              </span>
            </p>
          </li>
        ))}
      </ol>
    </div>
  );
}

function whenOf({ doneAt, standing, opensAt, dueAt }: MyOwnTime["steps"][number], timeZone: string): string {
  if (doneAt !== null) return `done ${formatDateTime(doneAt, timeZone)}`;
  if (standing === "not-yet") return `opens ${formatDateTime(opensAt, timeZone)}`;
  return `due ${formatDateTime(dueAt, timeZone)}`;
}
