import { CopyButton } from "~/ui/CopyButton";
import { Notice } from "~/ui/frame/Page";

/** A secret, the only time that it is in sight. */
export function ShownOnce({ title, secret, children }: { title: string; secret: string; children: string }) {
  return (
    <div role="status">
      <Notice tone="attention" title={title} action={<CopyButton text={secret} label="Copy it" />}>
        <p>{children}</p>
        <p>
          <code className="wrap-anywhere select-all">{secret}</code>
        </p>
      </Notice>
    </div>
  );
}
