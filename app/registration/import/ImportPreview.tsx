import { OnceField } from "~/ui/fields/OnceField";
import { Form } from "@remix-run/react";
import { plural } from "~/platform/format";
import { SubmitButton } from "~/ui/Button";
import { Hidden } from "~/ui/fields/form";
import { Notice, Section } from "~/ui/frame/Page";
import { Status, type Tone } from "~/ui/Status";
import { DataTable } from "~/ui/tables/Table";
import { fateInWords, type ImportFate, type ImportPlan } from "./import-fate";

const TONES: Record<ImportFate, Tone> = { register: "good", wait: "waiting", already: "info", bad: "attention" };

interface ImportPreviewProps {
  plan: ImportPlan;
  list: string;
  reason: string;
  /** Why carrying it out was refused. */
  problem?: string;
}

/** A dry run of a list, line by line, and the button that carries it out. */
export function ImportPreview({ plan, list, reason, problem }: ImportPreviewProps) {
  const { counts, invited, rows } = plan;
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
          <p>Correct or remove the lines that cannot be taken: either everyone is registered, or nobody.</p>
        </Notice>
      ) : null}
      <DataTable
        caption="What would happen to each line"
        rows={rows}
        rowKey={(row) => String(row.line)}
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
      {counts.bad === 0 && taken > 0 ? (
        <Form method="post">
          <OnceField />
          <Hidden name="list" value={list} />
          <Hidden name="reason" value={reason} />
          <Hidden name="digest" value={plan.digest} />
          <SubmitButton intent="register">Register {plural(taken, "person", "people")}</SubmitButton>
        </Form>
      ) : null}
    </Section>
  );
}
