import { parentPort } from "node:worker_threads";
import { SMTPServer } from "smtp-server";

// A mail server that takes everything and keeps nothing, on a thread of its own so that it costs the senders nothing.

const server = new SMTPServer({
  disabledCommands: ["AUTH", "STARTTLS"],
  onData(stream, _session, callback) {
    stream.on("end", () => callback());
    stream.resume();
  },
});
server.listen(0, "127.0.0.1", () => {
  const address = server.server.address();
  if (address && typeof address === "object") parentPort!.postMessage(`smtp://127.0.0.1:${address.port}`);
});
parentPort!.once("message", () => server.close(() => parentPort!.close()));
