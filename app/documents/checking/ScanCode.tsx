import { useNavigate } from "@remix-run/react";
import { Camera } from "lucide-react";
import { useState } from "react";
import { Button } from "~/ui/Button";
import { CameraView } from "~/ui/camera/CameraView";
import { Notice } from "~/ui/frame/Page";
import { FileDrop } from "./FileDrop";
import { codeInAddress } from "./code-in-address";
import { readCodeInPhoto } from "./photo-reader";

const NO_CAMERA = "The camera cannot be used here. Take a photo of the QR code instead, or type the code.";
const NO_CODE =
  "No code of a document could be read in this photo. Try one that is closer and sharper, or type the code.";

/** Reads a document's QR code with the camera or from a photo; both need scripts, the code can be typed without. */
export function ScanCode() {
  const [watching, setWatching] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const navigate = useNavigate();
  const found = (code: string) => navigate(`/verify/${code}`);
  const takePhoto = async (photo: File | undefined) => {
    const code = photo ? await readCodeInPhoto(photo).catch(() => null) : null;
    if (code) return found(code);
    setProblem(photo ? NO_CODE : null);
  };
  return (
    <div className="hidden max-w-lg gap-4 scripted:grid">
      {watching ? (
        <CameraView
          onText={(text) => {
            const code = codeInAddress(text);
            if (!code) return;
            setWatching(false);
            found(code);
          }}
          onFailure={() => {
            setWatching(false);
            setProblem(NO_CAMERA);
          }}
        />
      ) : null}
      <div>
        <Button variant="secondary" onClick={() => setWatching(!watching)}>
          <Camera aria-hidden size={20} /> {watching ? "Stop the camera" : "Scan with the camera"}
        </Button>
      </div>
      <FileDrop
        id="photo"
        name="photo"
        label="Or a photo of the QR code"
        hint="It is read on your device and sent nowhere."
        accept="image/*"
        onChange={(event) => void takePhoto(event.currentTarget.files?.[0])}
      />
      <div role="status">{problem ? <Notice tone="attention" title={problem} /> : null}</div>
    </div>
  );
}
