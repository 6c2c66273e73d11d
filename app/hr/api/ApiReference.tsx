import { Facts } from "~/ui/frame/Page";
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
      <p className="max-w-[65ch]">{withCode(description)}</p>
      {asks.length > 0 ? <FieldList fields={asks} /> : null}
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
        <Facts items={answers.map(({ status, says }) => ({ label: status, value: withCode(says) }))} />
      </details>
    </article>
  );
}

/** One kind of entry, with its fields. */
export function ApiShape({ shape: { name, says, fields } }: { shape: ApiReference["shapes"][number] }) {
  return (
    <article id={name} className="grid gap-3 border-t border-line pt-4">
      <h3 className="text-lg font-semibold">{name}</h3>
      {says ? <p className="max-w-[65ch]">{withCode(says)}</p> : null}
      <FieldList fields={fields} />
    </article>
  );
}

const FieldList = ({ fields }: { fields: ReferenceField[] }) => (
  <Facts
    items={fields.map(({ name, kind, says }) => ({
      label: name,
      value: (
        <>
          <span className="block text-soft">{kind}</span>
          {withCode(says)}
        </>
      ),
    }))}
  />
);

/** Words with what stands between backticks as code. */
const withCode = (words: string) =>
  words.split("`").map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : part));
