import { useEffect, useRef } from "react";
import { CopyButton } from "~/ui/CopyButton";
import { Notice } from "~/ui/frame/Page";

/** A secret, the only time that it is in sight: it comes into view, and is read out, wherever the page stood. */
export function ShownOnce({ title, secret, children }: { title: string; secret: string; children: string }) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    ref.current?.focus();
    ref.current?.scrollIntoView({ block: "center" });
  }, [secret]);
  return (
    <div ref={ref} tabIndex={-1} className="outline-offset-4">
      <Notice tone="attention" title={title} action={<CopyButton text={secret} label="Copy it" />}>
        <p>{children}</p>
        <p>
          <code className="wrap-anywhere select-all">{secret}</code>
        </p>
      </Notice>
    </div>
  );
}
