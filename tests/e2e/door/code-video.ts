import { closeSync, openSync, writeSync } from "node:fs";
import encodeQR from "qr";

const WIDTH = 640;
const HEIGHT = 480;
const PICTURES_A_SECOND = 2;
const [WHITE, BLACK, GREY] = [235, 16, 128];

/** One code in the middle of a white picture, as brightness by row. */
function pictureOf(text: string): Buffer {
  const picture = Buffer.alloc(WIDTH * HEIGHT, WHITE);
  const modules = encodeQR(text, "raw", { ecc: "medium", border: 4 });
  const size = Math.floor(HEIGHT / modules.length);
  const [left, top] = [WIDTH, HEIGHT].map((side) => Math.floor((side - size * modules.length) / 2)) as [number, number];
  modules.forEach((row, y) =>
    row.forEach((isDark, x) => {
      if (!isDark) return;
      for (let line = 0; line < size; line++) {
        const start = (top + y * size + line) * WIDTH + left + x * size;
        picture.fill(BLACK, start, start + size);
      }
    }),
  );
  return picture;
}

/** Writes a video, YUV4MPEG2, that a browser takes for its camera: each text as a QR code for two seconds, one after the other, without an end. */
export function writeCodeVideo(file: string, texts: readonly string[]): void {
  const target = openSync(file, "w");
  const colours = Buffer.alloc((WIDTH * HEIGHT) / 2, GREY);
  writeSync(target, `YUV4MPEG2 W${WIDTH} H${HEIGHT} F${PICTURES_A_SECOND}:1 Ip A1:1 C420jpeg\n`);
  for (const text of texts) {
    const picture = pictureOf(text);
    for (let count = 0; count < 2 * PICTURES_A_SECOND; count++) {
      writeSync(target, "FRAME\n");
      writeSync(target, picture);
      writeSync(target, colours);
    }
  }
  closeSync(target);
}
