import { Form } from "@remix-run/react";
import { formatPlainDate } from "~/platform/format";
import { ROLE_KIND_LABELS, type RoleKind } from "~/people/roles/role";
import { SubmitButton } from "~/ui/Button";
import { Hidden } from "~/ui/fields/form";
import { OnceField } from "~/ui/fields/OnceField";
import { Card, Facts } from "~/ui/frame/Page";
import type { PlannedLine } from "./staff-list-state";
import { SOMEBODY_ELSE } from "~/hr/staff-lists/planning/staff-plan";

/** A line as the page shows it. */
export type ShownLine = Omit<PlannedLine, "newPerson"> & { id: string; isNewPerson: boolean; since: string | null };

/** Somebody of the district whom a line may mean. */
export interface Candidate {
  id: string;
  name: string;
  employeeId: string | null;
  building: string | null;
  roleKind: RoleKind;
  fromDate: string;
  toDate: string | null;
}

/** A line beside the people whom it may mean: whose it is, only a person says. */
export function DuplicateChoice({
  line,
  candidates,
  version,
}: {
  line: ShownLine;
  candidates: Candidate[];
  version: number;
}) {
  const known = candidates.filter(({ id }) => line.candidates.includes(id));
  return (
    <Card>
      <Form method="post" className="grid gap-4">
        <OnceField />
        <Hidden name="version" value={version} />
        <Hidden name="line" value={line.line ?? 0} />
        <fieldset className="grid gap-4 sm:grid-cols-2">
          <legend className="mb-2 font-semibold">
            Line {line.line}: is {line.name} somebody whom Hourbook knows?
          </legend>
          <div className="rounded-lg bg-sunken p-4">
            <p className="mb-2 font-semibold">On the list</p>
            <Facts
              items={[
                { label: "Name", value: line.name },
                { label: "Employee ID", value: line.employeeId },
                { label: "Email", value: line.email },
                { label: "What they do", value: line.input && ROLE_KIND_LABELS[line.input.roleKind] },
                { label: "School or office", value: line.input?.building },
                { label: "First day", value: line.input && formatPlainDate(line.input.fromDate) },
              ]}
            />
          </div>
          {known.map((person) => (
            <Choice key={person.id} id={`${line.id}-${person.id}`} value={person.id} label="The same person">
              {describe(person)}
            </Choice>
          ))}
          <Choice id={`${line.id}-other`} value={SOMEBODY_ELSE} label="Somebody else">
            They get a record of their own, without an account.
          </Choice>
        </fieldset>
        <div>
          <SubmitButton intent="decide" variant="secondary">
            Decide line {line.line}
          </SubmitButton>
        </div>
      </Form>
    </Card>
  );
}

function Choice({ id, value, label, children }: { id: string; value: string; label: string; children: string }) {
  return (
    <div className="grid grid-cols-[auto_1fr] content-start gap-x-3 rounded-lg border border-line p-4">
      <input
        id={id}
        aria-describedby={`${id}-hint`}
        type="radio"
        name="who"
        value={value}
        required
        className="size-6"
      />
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      <p id={`${id}-hint`} className="col-start-2 mt-1">
        {children}
      </p>
    </div>
  );
}

function describe({ name, employeeId, building, roleKind, fromDate, toDate }: Candidate): string {
  const days = `${formatPlainDate(fromDate)} – ${toDate ? formatPlainDate(toDate) : "now"}`;
  return [name, employeeId ? `ID ${employeeId}` : "no employee ID", ROLE_KIND_LABELS[roleKind], building, days]
    .filter(Boolean)
    .join(" · ");
}
