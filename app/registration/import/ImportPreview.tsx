import { OnceField } from "~/ui/fields/OnceField";
import { Form } from "@remix-run/react";
import { plural } from "~/platform/format";
import { SubmitButton } from "~/ui/Button";
import { Hidden } from "~/ui/fields/form";
import { Notice, Section } from "~/ui/frame/Page";
import { Status, type Tone } from "~/ui/Status";
import { DataTable } from "~/ui/tables/Table";
import { ColumnFields, type ReadColumn } from "./ColumnFields";
import { fateInWords, numbersInShort, type ImportFate, type ImportPlan } from "./import-fate";

const TONES: Record<ImportFate, Tone> = { register: "good", wait: "waiting", already: "info", bad: "attention" };

interface ImportPreviewProps {
  plan: ImportPlan;
  /** How its columns were read; none for a list without a head. */
  columns: ReadColumn[];
  /** The heads of columns that nothing was taken from. */
  unread: string[];
  list: string;
  reason: string;
  /** Why carrying it out was refused. */
  problem?: string;
}

/** A dry run of a list, line by line, and the button that carries it out. */
export function ImportPreview({ plan, columns, unread, list, reason, problem }: ImportPreviewProps) {
  const { counts, invited, rows } = plan;
  const bad = [...new Set(rows.filter(({ fate }) => fate === "bad").map(({ line }) => line))];
  const taken = counts.register + counts.wait;
  const parts = [
    `${counts.register} will register`,
    counts.wait > 0 ? `${counts.wait} will wait` : "",
    counts.already > 0 ? `${counts.already} already in` : "",
    invited > 0 ? `${invited} will be invited` : "",
    counts.bad > 0 ? `${plural(counts.bad, "line")} cannot be taken` : "",
  ];
  return (
    <Section title="What would happen" description={parts.filter(Boolean).join(" · ")}>
      {problem ? (
        <div role="alert">
          <Notice tone="danger" title={problem} />
        </div>
      ) : null}
      {counts.bad > 0 ? (
        <Notice tone="attention" title="Nobody is registered yet">
          <p>
            {bad.length === 1 ? "Line" : "Lines"} {numbersInShort(bad)} cannot be taken. Correct the list below, or
            register the others and leave {bad.length === 1 ? "it" : "them"} out.
          </p>
        </Notice>
      ) : null}
      {columns.length > 0 ? (
        <ColumnFields key={plan.digest} columns={columns} unread={unread} list={list} reason={reason} />
      ) : null}
      <DataTable
        caption="What would happen to each line"
        rows={rows}
        rowKey={(row) => String(rows.indexOf(row))}
        empty={null}
        columns={[
          { key: "line", header: "Line", align: "end", cell: (row) => row.line },
          { key: "who", header: "Who", primary: true, cell: (row) => row.shown || row.email },
          { key: "email", header: "Email", cell: (row) => row.email ?? "–" },
          {
            key: "fate",
            header: "What happens",
            cell: (row) => <Status tone={TONES[row.fate]}>{fateInWords(row)}</Status>,
          },
        ]}
      />
      {taken > 0 ? (
        <Form method="post">
          <OnceField />
          <Hidden name="list" value={list} />
          <Hidden name="reason" value={reason} />
          <Hidden name="digest" value={plan.digest} />
          {columns.map(({ as }, index) => (
            <Hidden key={index} name="columns" value={as} />
          ))}
          {counts.bad > 0 ? <Hidden name="leaveOut" value="on" /> : null}
          <SubmitButton intent="register" variant={counts.bad > 0 ? "secondary" : "primary"}>
            Register {plural(taken, "person", "people")}
            {counts.bad > 0 ? ` and leave ${plural(counts.bad, "line")} out` : ""}
          </SubmitButton>
        </Form>
      ) : null}
    </Section>
  );
}
