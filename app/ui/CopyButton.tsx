import { useState } from "react";
import { Button } from "./Button";

/** Puts a text onto the clipboard, where scripts run and the browser allows it, and says so. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const [said, setSaid] = useState("");
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setSaid("Copied"),
      () => setSaid("The browser did not allow it: select the text and copy it"),
    );
  return (
    <span className="hidden items-center gap-3 scripted:inline-flex">
      <Button variant="secondary" onClick={() => void copy()}>
        {label}
      </Button>
      <span role="status" className="text-soft">
        {said}
      </span>
    </span>
  );
}
