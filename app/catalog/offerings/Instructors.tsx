/** Who teaches, with what they bring. */
export function Instructors({ instructors }: { instructors: { name: string; qualifications: string | null }[] }) {
  if (instructors.length === 0) return <>To be announced</>;
  return (
    <ul>
      {instructors.map(({ name, qualifications }) => (
        <li key={name}>
          {name}
          {qualifications ? <span className="text-soft"> · {qualifications}</span> : null}
        </li>
      ))}
    </ul>
  );
}
