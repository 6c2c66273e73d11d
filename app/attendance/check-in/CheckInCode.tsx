interface CheckInCodeProps {
  code: string;
  /** The QR code as the address of an image. */
  qr: string;
  /** Where the code can be typed instead. */
  address: string;
  /** How long it still stands, milliseconds. */
  lastsMs: number;
}

const LASTS_MS = 60_000;

/** The code of this minute, to be read from the back of a room. */
export function CheckInCode({ code, qr, address, lastsMs }: CheckInCodeProps) {
  return (
    <div className="grid items-center gap-6 rounded-[0.625rem] border border-line bg-surface p-4 sm:grid-cols-[auto_1fr] sm:gap-10 sm:p-8">
      <img
        src={qr}
        alt={`QR code that leads to check-in with the code ${code}`}
        width={320}
        height={320}
        className="mx-auto aspect-square w-full max-w-80 rounded-md bg-white"
      />
      <div className="grid min-w-0 gap-4 max-sm:text-center">
        <p className="text-lg text-soft">
          Scan it, or go to <strong className="text-ink">{address.replace(/^https?:\/\//, "")}</strong> and enter
        </p>
        <p
          aria-label={`Code: ${[...code].join(" ")}`}
          role="img"
          className="font-mono text-[clamp(2.5rem,9vw,6rem)] leading-none font-bold tracking-[0.08em]"
        >
          {code}
        </p>
        <div>
          <div key={code} aria-hidden className="h-2 overflow-hidden rounded-full bg-sunken">
            <div
              className="running-out h-full origin-left bg-accent"
              style={{ animationDuration: `${LASTS_MS}ms`, animationDelay: `${lastsMs - LASTS_MS}ms` }}
            />
          </div>
          <p className="mt-2 text-[0.9375rem] text-soft">A new code comes every minute; the last one still works.</p>
        </div>
        <noscript>
          <meta httpEquiv="refresh" content={String(Math.ceil(lastsMs / 1000) + 1)} />
        </noscript>
      </div>
    </div>
  );
}
