import { Check } from "lucide-react";
import { formatHours, plural } from "~/platform/format";
import type { Ladder, ParaStep, ParaUnit } from "~/renewal/paraeducator";
import { HoursBar } from "~/renewal/progress/HoursBar";
import { Card } from "~/ui/frame/Page";
import { Status } from "~/ui/Status";
import { STEP_HINTS, STEP_NAMES, unitName } from "./ladder-words";

/** The ladder of paraeducators, from its foot: the units, what of them is in person, and the certificates above. */
export function LadderView({ ladder }: { ladder: Ladder }) {
  const { fcs, steps, next } = ladder;
  return (
    <ol className="grid gap-4">
      <li>
        <Card className="grid gap-4">
          <StepHead name="Fundamental course of study" met={fcs.met} isNext={next === "FCS"} />
          <Measure label="All units" have={fcs.haveMinutes} need={fcs.needMinutes} />
          <Measure label="Of these, in person" have={fcs.inPersonMinutes} need={fcs.inPersonNeedMinutes} />
          <ol className="grid gap-2 sm:grid-cols-2 lg:grid-cols-3">
            {fcs.units.map((unit) => (
              <Unit key={unit.code} unit={unit} />
            ))}
          </ol>
        </Card>
      </li>
      {steps.map((step) => (
        <li key={step.code}>
          <Card className="grid gap-3">
            <StepHead name={STEP_NAMES[step.code]} met={step.met} isNext={next === step.code} />
            <p className="text-soft">{STEP_HINTS[step.code]}</p>
            <Measure label={countedIn(step)} have={step.haveMinutes} need={step.needMinutes} />
          </Card>
        </li>
      ))}
    </ol>
  );
}

const countedIn = ({ plans }: ParaStep): string =>
  plans.length > 0 ? `Hours, ${plural(plans.length, "growth plan")} among them` : "Hours";

function StepHead({ name, met, isNext }: { name: string; met: boolean; isNext: boolean }) {
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <h3 className="text-lg font-semibold">{name}</h3>
      {met ? <Status tone="good">Done</Status> : null}
      {isNext ? <Status tone="info">Comes next</Status> : null}
    </div>
  );
}

function Measure({ label, have, need }: { label: string; have: number; need: number }) {
  return (
    <div className="grid gap-1.5">
      <p className="flex flex-wrap justify-between gap-x-4">
        <span>{label}</span>
        <span className="tabular-nums">
          {formatHours(have)} of {formatHours(need)} hours
        </span>
      </p>
      <HoursBar have={have} need={need} />
    </div>
  );
}

function Unit({ unit }: { unit: ParaUnit }) {
  const { number, name } = unitName(unit);
  return (
    <li
      className={`flex items-start gap-2.5 rounded-lg border p-2.5 ${unit.met ? "border-good bg-good-tint" : "border-line"}`}
    >
      <span
        aria-hidden
        className={`grid size-7 shrink-0 place-items-center rounded-full border text-sm font-semibold tabular-nums ${unit.met ? "border-good text-good" : "border-strong text-soft"}`}
      >
        {unit.met ? <Check size={16} strokeWidth={3} /> : number}
      </span>
      <span className="min-w-0">
        <span className="block">
          <span className="sr-only">Unit {number}: </span>
          {name}
        </span>
        <span className="block text-[0.9375rem] text-soft tabular-nums">
          {formatHours(unit.haveMinutes)} of {formatHours(unit.needMinutes)} hours{unit.met ? ", done" : ""}
        </span>
      </span>
    </li>
  );
}
