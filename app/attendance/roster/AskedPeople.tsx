const SHOWN = 10;

/** Who a question is about, by name: the first ten, and the others one tap further. */
export function AskedPeople({ names }: { names: string[] }) {
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
