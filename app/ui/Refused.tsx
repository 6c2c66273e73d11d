import { Notice } from "~/ui/frame/Page";

interface RefusedProps {
  /** What the action answered. */
  result: { error?: Record<string, string[] | null> | null } | null | undefined;
}

/** Why a post from a page without fields of its own changed nothing; spoken at once. */
export function Refused({ result }: RefusedProps) {
  const words = Object.values(result?.error ?? {}).flatMap((texts) => texts ?? []);
  if (words.length === 0) return null;
  return (
    <div role="alert">
      <Notice tone="danger" title={words.join(" ")} />
    </div>
  );
}
