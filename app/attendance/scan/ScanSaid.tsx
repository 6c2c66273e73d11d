import { Status, toneClasses, toneIcons } from "~/ui/Status";
import { SCAN_DIRECTIONS, type ScanDirection, type ScanOutcome } from "./scan-outcome";

const DIRECTION_WORDS: Record<ScanDirection, string> = { arriving: "Arriving", leaving: "Leaving" };

interface ScanDirectionFieldProps {
  value: ScanDirection;
  onChange: (direction: ScanDirection) => void;
}

/** Whether those whose passes are scanned come or go. */
export function ScanDirectionField({ value, onChange }: ScanDirectionFieldProps) {
  return (
    <label className="flex items-center gap-2 text-[0.9375rem] text-soft">
      Scans mark
      <select
        value={value}
        onChange={(event) => onChange(event.target.value as ScanDirection)}
        className="input min-h-11 w-auto py-1"
      >
        {SCAN_DIRECTIONS.map((direction) => (
          <option key={direction} value={direction}>
            {DIRECTION_WORDS[direction]}
          </option>
        ))}
      </select>
    </label>
  );
}

interface ScanSaidProps {
  outcome: Pick<ScanOutcome, "title" | "tone" | "words"> | null;
}

/** The same over a camera's picture, large enough for two people at a door. Other places read it out. */
export function ScanBand({ outcome }: ScanSaidProps) {
  const { tone, title, words } = outcome ?? WAITING;
  const Icon = toneIcons[tone];
  return (
    <div aria-hidden className={`flex min-h-20 items-center gap-3 px-4 py-2 ${toneClasses[tone]}`}>
      <Icon size={32} strokeWidth={2.25} className="shrink-0" />
      <p className="min-w-0">
        <strong className="block text-xl">{title}</strong>
        {words}
      </p>
    </div>
  );
}

const WAITING = { tone: "neutral", title: "Ready", words: "Hold a check-in pass before the camera." } as const;

/** What came of the last scan: a colour, a word, and a sentence. It is there before the first, so that what changes in it is read out. */
export const ScanSaid = ({ outcome, isShown = true }: ScanSaidProps & { isShown?: boolean }) => (
  <p role="status" className={outcome && isShown ? "my-2 flex flex-wrap items-center gap-x-3 gap-y-1" : "sr-only"}>
    {outcome ? (
      <>
        <Status tone={outcome.tone}>{outcome.title}</Status>
        <span>{outcome.words}</span>
      </>
    ) : null}
  </p>
);
