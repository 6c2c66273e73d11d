import { createServer, type RequestListener, type Server } from "node:http";
import type { Socket } from "node:net";

const SECOND = 1_000;

/** How long a client may take: for the head of a request, for all of it, and for silence in between. */
const TIMES = {
  headersTimeout: 15 * SECOND,
  requestTimeout: 120 * SECOND,
  // Longer than a proxy's own, which must be the one that closes first.
  keepAliveTimeout: 65 * SECOND,
  connectionsCheckingInterval: 5 * SECOND,
};
const SILENCE = 120 * SECOND;

interface SocketLimits {
  /** Connections that one address may hold open; null behind a proxy, where every connection is the proxy's. */
  perAddress: number | null;
  /** Connections of everybody. */
  all: number;
}

/** An HTTP server that gives slow clients a limited time, and one address a limited share of the connections. */
export function makeHttpServer(listener: RequestListener, { perAddress, all }: SocketLimits): Server {
  const server = createServer(TIMES, listener);
  server.timeout = SILENCE;
  server.maxConnections = all;
  if (perAddress !== null) limitPerAddress(server, perAddress);
  return server;
}

function limitPerAddress(server: Server, most: number): void {
  const open = new Map<string, number>();
  server.on("connection", (socket: Socket) => {
    const address = socket.remoteAddress ?? "";
    const count = (open.get(address) ?? 0) + 1;
    open.set(address, count);
    socket.once("close", () => {
      const left = (open.get(address) ?? 1) - 1;
      if (left > 0) open.set(address, left);
      else open.delete(address);
    });
    if (count > most) socket.destroy();
  });
}
