import encodeQR from "qr";

/** A QR code as the address of an image; dark on light in both themes, with the quiet zone that readers need. */
export function drawQr(text: string): string {
  const modules = encodeQR(text, "svg", { ecc: "medium", border: 4 });
  const svg = modules.replace(">", '><rect width="100%" height="100%" fill="#fff"/>');
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`;
}
