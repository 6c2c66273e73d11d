/** What a browser that reads codes by itself offers (BarcodeDetector); not all do. */
interface Detector {
  detect: (picture: HTMLVideoElement) => Promise<{ rawValue: string }[]>;
}
type DetectorClass = (new (options: { formats: string[] }) => Detector) & {
  getSupportedFormats: () => Promise<string[]>;
};

/** Which camera of a device with two: the one that looks at whoever looks at its screen, or the one that looks away from them. */
export type Facing = "user" | "environment";

/** Sharp enough for a code of a hundred bytes on a badge. */
const PICTURE = { width: { ideal: 1280 }, height: { ideal: 720 } };

/**
 * Watches the camera and tells what each QR code in its picture says, as often as it is seen, until it is stopped: by what the
 * browser has for it, else by a reader in JavaScript.
 * @returns how to stop watching; rejects when there is no camera or it may not be used
 */
export async function watchCamera(
  video: HTMLVideoElement,
  facingMode: Facing,
  onText: (text: string) => void,
): Promise<() => void> {
  const { QRCamera, QRCanvas } = await import("qr/dom.js");
  const camera = new QRCamera(video, await navigator.mediaDevices.getUserMedia({ video: { ...PICTURE, facingMode } }));
  const detector = await findDetector();
  const canvas = new QRCanvas();
  const read = async (): Promise<string[]> => {
    if (detector) return (await detector.detect(video)).map(({ rawValue }) => rawValue);
    const found = await camera.readFrame(canvas, true);
    return typeof found === "string" ? [found] : [];
  };
  let watching = true;
  const look = async () => {
    while (watching) {
      // A picture that cannot be read, as while the camera turns on, is no end: the next may.
      const texts = await read().catch(() => []);
      for (const text of texts) if (watching) onText(text);
      await new Promise(requestAnimationFrame);
    }
  };
  void look();
  return () => {
    watching = false;
    camera.stop();
  };
}

async function findDetector(): Promise<Detector | null> {
  const { BarcodeDetector } = globalThis as { BarcodeDetector?: DetectorClass };
  if (!BarcodeDetector) return null;
  const formats = await BarcodeDetector.getSupportedFormats().catch((): string[] => []);
  return formats.includes("qr_code") ? new BarcodeDetector({ formats: ["qr_code"] }) : null;
}
