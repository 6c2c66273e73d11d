import { Form } from "@remix-run/react";
import { plural } from "~/platform/format";
import { SubmitButton } from "~/ui/Button";
import type { UnknownPerson } from "./report-preview";
import { linesInWords } from "./report-words";

interface UnknownPeopleProps {
  unknown: UnknownPerson[];
  roster: { value: string; label: string }[];
}

/** Who of a report is nobody of the roster: to be said by hand, or left out; remembered for the offering. */
export function UnknownPeople({ unknown, roster }: UnknownPeopleProps) {
  if (unknown.length === 0) return null;
  return (
    <Form method="post" preventScrollReset className="mt-6 grid gap-3">
      <h3 className="text-lg font-semibold">{plural(unknown.length, "person is", "people are")} not known</h3>
      <p className="text-soft">
        Say who they are, or leave them out. The next report of this offering remembers it. Whoever is not on the roster
        gets a seat there first.
      </p>
      <ul className="grid gap-3">
        {unknown.map((person) => (
          <li key={person.who} className="grid gap-1 sm:grid-cols-2 sm:items-center sm:gap-4">
            <Who person={person} />
            <select
              name="decision"
              aria-label={`Who is ${person.name || "this person"}?`}
              defaultValue=""
              className="input"
            >
              <option value="">{person.leftOut ? "Left out" : "Nobody has said"}</option>
              {person.leftOut ? (
                <option value={`forget|${person.who}`}>Look for them again</option>
              ) : (
                <option value={`out|${person.who}`}>Leave out</option>
              )}
              {roster.map(({ value, label }) => (
                <option key={value} value={`${value}|${person.who}`}>
                  {label}
                </option>
              ))}
            </select>
          </li>
        ))}
      </ul>
      <div>
        <SubmitButton intent="match" variant="secondary">
          Remember who they are
        </SubmitButton>
      </div>
    </Form>
  );
}

const Who = ({ person: { name, email, isPhone, lines } }: { person: UnknownPerson }) => (
  <div>
    <p className="font-semibold break-words">{name || "Without a name"}</p>
    <p className="text-[0.9375rem] text-soft">
      {[email, isPhone ? "dialled in by phone" : null, linesInWords(lines)].filter(Boolean).join(", ")}
    </p>
  </div>
);
