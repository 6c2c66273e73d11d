import { type ReactNode, useEffect, useRef } from "react";

/** What became of a file, brought into sight: it stands above the field by which it was sent. */
export function ReportBox({ answer, children }: { answer: unknown; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.scrollIntoView({ block: "start" });
    box.current?.focus({ preventScroll: true });
  }, [answer]);
  return (
    <div ref={box} role="status" tabIndex={-1} className="grid scroll-mt-24 gap-8 outline-none">
      {children}
    </div>
  );
}
