import { connect, createServer, type Socket } from "node:net";

/** A line to a mail server that is cut in the middle of a message, as often as told; afterwards it holds. */
export async function startCutLine(targetUrl: string) {
  const target = Number(new URL(targetUrl).port);
  const line = {
    url: "",
    /** How many messages are still to be cut off. */
    cuts: 0,
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
  const server = createServer((client) => {
    const upstream = connect(target, "127.0.0.1");
    upstream.pipe(client);
    client.on("data", (bytes: Buffer) => {
      const body = bytes.indexOf("\r\nSubject:");
      if (body < 0 || line.cuts === 0) {
        upstream.write(bytes);
        return;
      }
      line.cuts--;
      upstream.write(bytes.subarray(0, body), () => cut(client, upstream));
    });
    client.on("end", () => upstream.end());
    for (const socket of [client, upstream]) socket.on("error", () => cut(client, upstream));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The line has no port.");
  line.url = `smtp://127.0.0.1:${address.port}`;
  return line;
}

function cut(...sockets: Socket[]): void {
  for (const socket of sockets) socket.destroy();
}
