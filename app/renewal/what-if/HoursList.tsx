import type { ReactNode } from "react";
import { dayOf, formatHours } from "~/platform/format";
import { REQUIREMENT_NAMES } from "~/renewal/progress/requirement-words";
import { Link } from "~/ui/Link";

export interface ShownHours {
  id: string;
  href: string;
  title: string;
  startedOn: string;
  completedOn: string;
  minutes: number;
  designations: { code: string; minutes: number }[];
}

interface HoursListProps<Hours extends ShownHours> {
  hours: Hours[];
  /** What is said of each besides. */
  note?: (hours: Hours) => ReactNode;
  /** What can be done with each. */
  action?: (hours: Hours) => ReactNode;
}

/** Hours that may come, each with its days, its length and its topics. */
export function HoursList<Hours extends ShownHours>({ hours, note, action }: HoursListProps<Hours>) {
  return (
    <ul className="grid gap-3">
      {hours.map((each) => (
        <li
          key={each.id}
          className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 rounded-[0.625rem] border border-dashed border-strong bg-surface p-4"
        >
          <div className="min-w-0">
            <Link to={each.href} className="link font-semibold">
              {each.title}
            </Link>
            <p className="text-soft">
              {daysOf(each)} · {hoursOf(each)}
            </p>
            {note ? <div>{note(each)}</div> : null}
          </div>
          {action ? action(each) : null}
        </li>
      ))}
    </ul>
  );
}

const daysOf = ({ href, startedOn, completedOn }: ShownHours): string => {
  if (href.startsWith("/microcredentials/")) return "Micro-credential, in your own time";
  return startedOn === completedOn ? dayOf(startedOn) : `${dayOf(startedOn)} to ${dayOf(completedOn)}`;
};

function hoursOf({ minutes, designations }: ShownHours): string {
  const topics = designations.flatMap(({ code, minutes: counted }) =>
    Object.hasOwn(REQUIREMENT_NAMES, code)
      ? `${REQUIREMENT_NAMES[code as keyof typeof REQUIREMENT_NAMES]} ${formatHours(counted)}`
      : [],
  );
  return [`${formatHours(minutes)} hours`, ...topics].join(", ");
}
