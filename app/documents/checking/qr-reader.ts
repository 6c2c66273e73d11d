import { codeInAddress } from "./code-in-address";

/** Long enough for the code of a whole page photographed from above, short enough for a phone. */
const LONGEST_SIDE = 1_600;

/** The verification code in a photo's QR code; null when none can be read. */
export async function readCodeInPhoto(photo: Blob): Promise<string | null> {
  const [{ decodeQR }, picture] = await Promise.all([import("qr/decode.js"), createImageBitmap(photo)]);
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
  const width = Math.round(picture.width * scale);
  const height = Math.round(picture.height * scale);
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width, height });
  const pen = canvas.getContext("2d")!;
  pen.drawImage(picture, 0, 0, width, height);
  picture.close();
  try {
    return codeInAddress(decodeQR(pen.getImageData(0, 0, width, height)));
  } catch {
    return null;
  }
}

/**
 * Watches the camera until its picture holds a verification code.
 * @returns how to stop watching; rejects when there is no camera or it may not be used
 */
export async function watchCamera(video: HTMLVideoElement, onCode: (code: string) => void): Promise<() => void> {
  const { rearCamera, QRCanvas } = await import("qr/dom.js");
  const camera = await rearCamera(video);
  const canvas = new QRCanvas();
  let watching = true;
  const look = async () => {
    while (watching) {
      const text = await camera.readFrame(canvas, true);
      const code = typeof text === "string" ? codeInAddress(text) : null;
      if (code && watching) return onCode(code);
      await new Promise(requestAnimationFrame);
    }
  };
  void look();
  return () => {
    watching = false;
    camera.stop();
  };
}
