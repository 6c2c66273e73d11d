import { formatClockHours, formatDateTime } from "~/platform/format";

interface CreditVersionsProps {
  versions: { id: string; version: number; minutes: number; postedAt: number; reason: string | null; hash: string }[];
  timeZone: string;
}

/** Every version of a posted credit, newest last, with the start of its digest (T7). */
export function CreditVersions({ versions, timeZone }: CreditVersionsProps) {
  return (
    <ol className="grid gap-3">
      {versions.map((version, index) => (
        <li key={version.id} className={index < versions.length - 1 ? "text-soft" : ""}>
          <span className="font-semibold">
            Version {version.version}: {formatClockHours(version.minutes)}
          </span>
          {index < versions.length - 1 ? " (superseded)" : ""} · {formatDateTime(version.postedAt, timeZone)}
          {version.reason ? <span className="block">{version.reason}</span> : null}
          <span className="block font-mono text-sm break-all text-soft">SHA-256 {version.hash.slice(0, 24)}…</span>
        </li>
      ))}
    </ol>
  );
}
