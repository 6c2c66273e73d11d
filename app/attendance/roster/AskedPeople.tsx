const SHOWN = 10;

interface AskedPeopleProps {
  names: string[];
  /** Whether attendance was confirmed, so that a change says why (T1). */
  asksReason?: boolean;
}

/** Who a question is about, by name, the first ten and the others one tap further; and the reason, where one is needed. */
export function AskedPeople({ names, asksReason = false }: AskedPeopleProps) {
  const others = names.slice(SHOWN);
  return (
    <>
      <Names names={names.slice(0, SHOWN)} />
      {others.length > 0 ? (
        <details>
          <summary className="link inline-flex min-h-11 items-center">Show the other {others.length}</summary>
          <Names names={others} />
        </details>
      ) : null}
      {asksReason ? (
        <label className="mt-4 grid gap-1 font-semibold">
          Why you correct it
          <input name="reason" required minLength={3} maxLength={300} autoComplete="off" className="input" />
        </label>
      ) : null}
    </>
  );
}

function Names({ names }: { names: string[] }) {
  return (
    <ul>
      {names.map((name, index) => (
        <li key={`${name} ${index}`}>{name}</li>
      ))}
    </ul>
  );
}
