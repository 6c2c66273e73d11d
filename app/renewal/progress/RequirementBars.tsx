import { formatHours } from "~/platform/format";
import { Status } from "~/ui/Status";
import { HoursBar } from "./HoursBar";
import type { ShownRequirement } from "./progress";
import { REQUIREMENT_NAMES } from "./requirement-words";

interface RequirementBarsProps {
  requirements: ShownRequirement[];
  /** Minutes of each that are planned on top, by its code; absent where nothing is tried. */
  planned?: Readonly<Record<string, number>>;
}

/** One bar for each requirement, with its figures and how it is met beside it. */
export function RequirementBars({ requirements, planned }: RequirementBarsProps) {
  return (
    <ul className="grid gap-5">
      {requirements.map((requirement) => (
        <Bar key={requirement.code} requirement={requirement} planned={planned?.[requirement.code]} />
      ))}
    </ul>
  );
}

function Bar({ requirement, planned }: { requirement: ShownRequirement; planned: number | undefined }) {
  const { code, needMinutes, haveMinutes, met, by, explained, changed } = requirement;
  const isOtherwise = met && by !== "hours";
  const wouldBe = met && by === "hours" && haveMinutes < needMinutes;
  return (
    <li className="grid gap-1.5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h3 className="font-semibold">{REQUIREMENT_NAMES[code]}</h3>
        <p className="tabular-nums">
          {formatHours(haveMinutes)} of {formatHours(needMinutes)} hours
          {planned ? <span className="text-soft"> + {formatHours(planned)} planned</span> : null}
        </p>
      </div>
      <HoursBar have={isOtherwise ? needMinutes : haveMinutes} need={needMinutes} planned={planned ?? 0} />
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        {wouldBe ? (
          <Status tone="info">Would be met</Status>
        ) : (
          <Status tone={met ? "good" : "waiting"}>{met ? explained : "Not yet"}</Status>
        )}
        {met ? null : <span className="text-[0.9375rem] text-soft">{explained}</span>}
        {changed ? <span className="basis-full text-[0.9375rem] text-soft">{changed}</span> : null}
      </div>
    </li>
  );
}
