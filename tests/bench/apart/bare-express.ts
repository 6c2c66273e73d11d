import { brotliCompressSync, constants } from "node:zlib";
import express from "express";

// The floor of pages: an answer of Express that packs the same bytes for each request.

let html = Buffer.alloc(0);
const app = express();
app.disable("x-powered-by");
app.get("/", (_request, response) => {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_SIZE_HINT]: html.length };
  response.set({ "Content-Type": "text/html; charset=utf-8", "Content-Encoding": "br" });
  response.end(brotliCompressSync(html, { params }));
});
process.on("message", (text: string) => {
  html = Buffer.from(text);
  const server = app.listen(0, () => process.send!((server.address() as { port: number }).port));
});
process.send!("ready");
