import { Button } from "./Button";

/** Opens the browser's print dialog; appears only where scripts run. */
export function PrintButton() {
  return (
    <Button variant="secondary" onClick={() => window.print()} className="hidden scripted:inline-flex">
      Print
    </Button>
  );
}
