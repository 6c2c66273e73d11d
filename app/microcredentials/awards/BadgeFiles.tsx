import { PICTURE_WIDTHS } from "~/microcredentials/badges/badge-picture";

/** The picture of a badge, which holds its credential. */
export function BadgeFigure({ code, title }: { code: string; title: string }) {
  return (
    <img
      src={`/badges/${code}/badge.svg`}
      alt={`The badge ${title}`}
      width={240}
      height={240}
      className="mx-auto size-60"
    />
  );
}

/** A badge in each of its forms, to be saved. */
export function BadgeFiles({ code }: { code: string }) {
  const at = `/badges/${code}`;
  const file = "link inline-block pointer-coarse:py-3";
  return (
    <ul className="flex flex-wrap gap-x-6 gap-y-1">
      {PICTURE_WIDTHS.map((width) => (
        <li key={width}>
          <a href={`${at}/badge.png?width=${width}`} download={`badge-${width}.png`} className={file}>
            PNG, {width} pixels
          </a>
        </li>
      ))}
      <li>
        <a href={`${at}/badge.svg`} download="badge.svg" className={file}>
          SVG
        </a>
      </li>
      <li>
        <a href={`${at}/badge.json`} download="badge.json" className={file}>
          JSON
        </a>
      </li>
    </ul>
  );
}
