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
