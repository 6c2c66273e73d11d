/** A way to a map, at another site. */
export function MapLink({ href }: { href: string }) {
  return (
    <a href={href} className="link pointer-coarse:py-2.5" target="_blank" rel="noopener noreferrer">
      See it on a map<span className="sr-only"> (another site, in a new tab)</span>
    </a>
  );
}

/** Words in the lines in which they were written. */
export function Lines({ text }: { text: string }) {
  return <span className="whitespace-pre-line">{text}</span>;
}

/** Where it takes place, with the way to a map of it. */
export function Where({
  place,
  address,
  map,
}: {
  place: string;
  address: string | null;
  /** Null: there is no way to go. */
  map: string | null;
}) {
  return (
    <span className="flex flex-wrap items-baseline gap-x-3">
      <span>{[place, address].filter(Boolean).join(", ")}</span>
      {map ? <MapLink href={map} /> : null}
    </span>
  );
}
