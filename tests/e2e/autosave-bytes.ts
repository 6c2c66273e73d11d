import { connect, type Socket } from "node:net";

/** A text as long as a paragraph or two. */
const WORDS = Array.from({ length: 100 }, () => "said").join(" ");

/** What a browser of 2026 sends with a request of a script, as long as they are. */
const BROWSER = [
  'sec-ch-ua-platform: "Android"',
  "User-Agent: Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Mobile Safari/537.36",
  'sec-ch-ua: "Google Chrome";v="143", "Chromium";v="143", "Not A(Brand";v="24"',
  "Content-Type: application/x-www-form-urlencoded;charset=UTF-8",
  "sec-ch-ua-mobile: ?1",
  "Accept: */*",
  "Sec-Fetch-Site: same-origin",
  "Sec-Fetch-Mode: cors",
  "Sec-Fetch-Dest: empty",
  "Accept-Encoding: gzip, deflate, br, zstd",
  "Accept-Language: en-US,en;q=0.9",
];

/**
 * Bytes of one autosave as they stand on the line, HTTP/1.1 without a proxy: all of the request, and all of its answer.
 * @throws Error where it is not saved
 */
export async function measureAutosave(
  origin: string,
  { portfolioId, key, cookie }: { portfolioId: string; key: string; cookie: string },
): Promise<{ request: number; answer: number }> {
  const { host, port, hostname } = new URL(origin);
  const body = new URLSearchParams({ text: WORDS, revision: "0" }).toString();
  const head = [
    `POST /portfolios/${portfolioId}/parts/${key} HTTP/1.1`,
    ...[`Host: ${host}`, "Connection: keep-alive", `Content-Length: ${body.length}`, ...BROWSER],
    ...[`Origin: ${origin}`, `Referer: ${origin}/portfolios/${portfolioId}`, `Cookie: ${cookie}`],
  ];
  const request = `${head.join("\r\n")}\r\n\r\n${body}`;
  const socket = connect(Number(port), hostname);
  try {
    socket.write(request);
    const answer = await readAnswer(socket);
    if (!answer.startsWith("HTTP/1.1 200")) throw new Error(`It was not saved: ${answer}`);
    return { request: Buffer.byteLength(request), answer: Buffer.byteLength(answer) };
  } finally {
    socket.destroy();
  }
}

/** Reads to the end of the one answer, by the length that it says or its last chunk. */
function readAnswer(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = "";
    socket.once("error", reject);
    socket.once("close", () => reject(new Error(`It was cut off: ${answer}`)));
    socket.on("data", (chunk) => {
      answer += chunk.toString("latin1");
      const [head = "", body] = answer.split("\r\n\r\n", 2);
      if (body === undefined) return;
      const length = /^content-length: (\d+)$/im.exec(head)?.[1];
      if (length === undefined ? answer.endsWith("\r\n0\r\n\r\n") : body.length >= Number(length)) resolve(answer);
    });
  });
}
