import { DataTable } from "~/ui/tables/Table";
import type { ApiReference, ReferenceCall, ReferenceField } from "./api-reference";

/** One call: how it is asked, and what comes back. */
export function ApiCall({ call }: { call: ReferenceCall }) {
  const { id, method, path, summary, description, asks, gives, answers } = call;
  return (
    <article id={id} className="grid gap-3 border-t border-line pt-4">
      <h3 className="text-lg font-semibold">{summary}</h3>
      <p>
        <code className="wrap-anywhere">
          {method} {path}
        </code>
      </p>
      <p className="max-w-[65ch]">{description}</p>
      {asks.length > 0 ? <FieldTable caption={`What ${id} is asked with`} fields={asks} /> : null}
      <p>
        Gives{" "}
        {gives ? (
          <a href={`#${gives}`} className="link inline-block pointer-coarse:py-2.5">
            {gives}
          </a>
        ) : (
          "the file"
        )}
        .
      </p>
      <details>
        <summary className="link inline-flex min-h-11 items-center">All answers</summary>
        <DataTable
          caption={`Answers of ${id}`}
          rows={answers}
          rowKey={({ status }) => status}
          empty={null}
          columns={[
            { key: "status", header: "Status", primary: true, cell: ({ status }) => status },
            { key: "says", header: "Says", cell: ({ says }) => says },
          ]}
        />
      </details>
    </article>
  );
}

/** One kind of entry, with its fields. */
export function ApiShape({ shape: { name, says, fields } }: { shape: ApiReference["shapes"][number] }) {
  return (
    <article id={name} className="grid gap-3 border-t border-line pt-4">
      <h3 className="text-lg font-semibold">{name}</h3>
      {says ? <p className="max-w-[65ch]">{says}</p> : null}
      <FieldTable caption={`Fields of ${name}`} fields={fields} />
    </article>
  );
}

const FieldTable = ({ caption, fields }: { caption: string; fields: ReferenceField[] }) => (
  <DataTable
    caption={caption}
    rows={fields}
    rowKey={({ name }) => name}
    empty={null}
    dense
    columns={[
      {
        key: "name",
        header: "Field",
        primary: true,
        cell: ({ name }) => <code className="wrap-anywhere">{name}</code>,
      },
      { key: "kind", header: "Kind", cell: ({ kind }) => kind },
      { key: "says", header: "Says", cell: ({ says }) => says },
    ]}
  />
);
