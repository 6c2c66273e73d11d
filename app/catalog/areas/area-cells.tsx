import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { plural } from "~/platform/format";
import { SubmitButton } from "~/ui/Button";
import { Hidden } from "~/ui/fields/form";
import { RowLink } from "~/ui/lists/RowLink";
import { Status } from "~/ui/Status";
import type { AreaRow } from "./area-list.server";

/** What the list of program areas shows of each; it moves by one in the whole order, whatever the list is sorted by. */
export const AREA_CELLS: Record<string, (row: AreaRow) => ReactNode> = {
  name: (row) => <RowLink to={`/admin/program-areas/${row.id}`}>{row.name}</RowLink>,
  courses: (row) => plural(row.courses, "course"),
  state: (row) =>
    row.retiredAt === null ? <Status tone="good">To choose</Status> : <Status tone="ended">Retired</Status>,
  order: (row) => <Move row={row} />,
};

function Move({ row }: { row: AreaRow }) {
  return (
    <div className="flex items-center gap-2">
      <span className="min-w-6 tabular-nums">{row.place}</span>
      <MoveButtons code={row.id} name={row.name} isFirst={row.place === 1} isLast={row.isLast !== 0} />
    </div>
  );
}

interface MoveButtonsProps {
  code: string;
  name: string;
  isFirst: boolean;
  isLast: boolean;
}

/** Moves an entry a step up or down in the order of its list. */
export function MoveButtons({ code, name, isFirst, isLast }: MoveButtonsProps) {
  return (
    <Form method="post" preventScrollReset className="flex flex-wrap items-center gap-2 pointer-fine:-my-1.5">
      <Hidden name="code" value={code} />
      {isFirst ? null : (
        <SubmitButton intent="move-up" variant="quiet" size="sm">
          Up<span className="sr-only">: {name}</span>
        </SubmitButton>
      )}
      {isLast ? null : (
        <SubmitButton intent="move-down" variant="quiet" size="sm">
          Down<span className="sr-only">: {name}</span>
        </SubmitButton>
      )}
    </Form>
  );
}
