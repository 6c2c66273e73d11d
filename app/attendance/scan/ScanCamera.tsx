import { Camera, CameraOff } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { readClock } from "~/attendance/marks/device-clock";
import { Button } from "~/ui/Button";
import { CameraView } from "~/ui/camera/CameraView";
import { Notice } from "~/ui/frame/Page";
import type { ScanOutcome } from "./scan-outcome";
import { ScanBand } from "./ScanSaid";
import { isNewSight, type Sight } from "./sight";
import { SIGNALS } from "./signal";

interface ScanCameraProps {
  watching: boolean;
  onWatch: (watching: boolean) => void;
  /** Does what a code says. Null where nothing came of it, which is said elsewhere. */
  onCode: (text: string) => Promise<ScanOutcome | null>;
}

/** Reads one pass after another with the camera, until it is stopped; each is told by a colour, a word, a tone and a vibration. */
export function ScanCamera({ watching, onWatch, onCode }: ScanCameraProps) {
  const [failed, setFailed] = useState(false);
  const [loud, setLoud] = useState(true);
  const audio = useRef<AudioContext | null>(null);
  const toggle = () => {
    // A browser lets a page sound only once somebody has pressed something.
    if (!watching) audio.current ??= new AudioContext();
    setFailed(false);
    onWatch(!watching);
  };
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <Button variant="secondary" onClick={toggle}>
          {watching ? <CameraOff aria-hidden size={20} /> : <Camera aria-hidden size={20} />}
          {watching ? "Stop the camera" : "Scan with the camera"}
        </Button>
        {watching ? (
          <label className="choice">
            <input type="checkbox" checked={loud} onChange={(event) => setLoud(event.target.checked)} />
            <span>Sound</span>
          </label>
        ) : null}
      </div>
      {failed ? (
        <Notice tone="attention" title="The camera cannot be used here">
          Allow it in the settings of the browser, or type the short code beside the pass.
        </Notice>
      ) : null}
      {watching ? (
        <Scanning
          onCode={onCode}
          onFailure={() => {
            onWatch(false);
            setFailed(true);
          }}
          signal={(kind) => giveSignal(kind, loud ? audio.current : null)}
        />
      ) : null}
    </div>
  );
}

interface ScanningProps extends Pick<ScanCameraProps, "onCode"> {
  onFailure: () => void;
  signal: (kind: ScanOutcome["kind"]) => void;
}

function Scanning({ onCode, onFailure, signal }: ScanningProps) {
  const [outcome, setOutcome] = useState<ScanOutcome | null>(null);
  const sight = useRef<Sight | null>(null);
  useAwakeScreen();
  const see = async (text: string) => {
    const seen = { text, at: readClock().wall };
    const isNew = isNewSight(sight.current, seen);
    sight.current = seen;
    if (!isNew) return;
    const found = await onCode(text);
    setOutcome(found);
    if (found) signal(found.kind);
  };
  return (
    <div className="grid max-w-md overflow-hidden rounded-[0.625rem] border border-line">
      <ScanBand outcome={outcome} />
      <CameraView
        onText={(text) => void see(text)}
        onFailure={onFailure}
        className="aspect-[4/3] max-h-[40vh] object-cover"
      />
    </div>
  );
}

/** Keeps the screen on, where the browser lets a page. */
function useAwakeScreen(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | undefined;
    let gone = false;
    const hold = () => {
      const { wakeLock } = navigator as Partial<Navigator>;
      wakeLock?.request("screen").then(
        (held) => (gone ? void held.release() : (lock = held)),
        // Refused, as while the battery is low.
        () => {},
      );
    };
    // It is let go whenever the page is out of sight.
    const again = () => document.visibilityState === "visible" && hold();
    hold();
    document.addEventListener("visibilitychange", again);
    return () => {
      gone = true;
      document.removeEventListener("visibilitychange", again);
      void lock?.release();
    };
  }, []);
}

const TONE_SECONDS = 0.12;

/** Sounds and vibrates, where the device can. */
function giveSignal(kind: ScanOutcome["kind"], audio: AudioContext | null): void {
  const { tones, vibration } = SIGNALS[kind];
  // Safari has no vibration.
  (navigator as Partial<Navigator>).vibrate?.([...vibration]);
  if (!audio) return;
  tones.forEach((pitch, index) => {
    const tone = audio.createOscillator();
    tone.frequency.value = pitch;
    tone.connect(audio.destination);
    tone.start(audio.currentTime + index * TONE_SECONDS * 1.2);
    tone.stop(audio.currentTime + index * TONE_SECONDS * 1.2 + TONE_SECONDS);
  });
}
