import { Camera, CameraOff } from "lucide-react";
import { useRef, useState, useSyncExternalStore } from "react";
import { readClock } from "~/attendance/marks/device-clock";
import { readPass } from "~/attendance/scan/check-in-pass";
import { isNewSight, type Sight } from "~/attendance/scan/sight";
import { Button } from "~/ui/Button";
import { CameraView } from "~/ui/camera/CameraView";
import { Notice } from "~/ui/frame/Page";

/** Each answer is a page of its own: what the camera does outlasts it, as long as the tab. */
const ON = "hourbook-kiosk-camera";
const SENT = "hourbook-kiosk-sent";

const noNews = () => () => {};
const isOn = () => sessionStorage.getItem(ON) === "yes";

/**
 * Reads passes that are held before a kiosk's own camera, and sends each as if a scanner had typed it.
 * @param fieldId of the field into which it is typed
 */
export function KioskCamera({ fieldId }: { fieldId: string }) {
  const kept = useSyncExternalStore(noNews, isOn, () => false);
  const [choice, setChoice] = useState<boolean | null>(null);
  const [failed, setFailed] = useState(false);
  const sight = useRef<Sight | null>(null);
  const watching = choice ?? kept;
  const watch = (yes: boolean) => {
    sessionStorage.setItem(ON, yes ? "yes" : "no");
    setChoice(yes);
  };
  const see = (text: string) => {
    const at = readClock().wall;
    // The pass that brought this page may still be held there.
    const sent = sessionStorage.getItem(SENT);
    const last = sight.current ?? (sent === null ? null : { text: sent, at });
    sight.current = { text, at };
    const field = document.getElementById(fieldId);
    if (!isNewSight(last, sight.current) || readPass(text).is === "no-pass") return;
    if (!(field instanceof HTMLInputElement)) return;
    sessionStorage.setItem(SENT, text);
    field.value = text;
    field.form?.requestSubmit();
  };
  return (
    <div className="mt-4 hidden gap-2 scripted:grid">
      <div>
        <Button variant="secondary" onClick={() => watch(!watching)}>
          {watching ? <CameraOff aria-hidden size={20} /> : <Camera aria-hidden size={20} />}
          {watching ? "Stop the camera" : "Show a pass to the camera"}
        </Button>
      </div>
      {failed ? <Notice tone="attention" title="The camera cannot be used here" /> : null}
      {watching ? (
        <CameraView
          facing="user"
          onText={see}
          onFailure={() => {
            watch(false);
            setFailed(true);
          }}
          className="aspect-[4/3] max-h-[40vh] max-w-md rounded-[0.625rem] object-cover"
        />
      ) : null}
    </div>
  );
}
