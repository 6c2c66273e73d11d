import { connect, type Socket } from "node:net";

export const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A connection on which anything can be said, from an address of one's own. */
export async function openSocket(origin: string, address = "127.0.0.1"): Promise<Socket> {
  const socket = connect({ host: "127.0.0.1", port: Number(new URL(origin).port), localAddress: address });
  socket.on("error", () => {});
  await new Promise<void>((resolve, reject) => socket.once("connect", resolve).once("error", reject));
  return socket;
}

/** Says something as it stands and gives the status of the answer; null where none comes before the connection ends. */
export async function say(origin: string, words: string | Buffer, address?: string): Promise<number | null> {
  const socket = await openSocket(origin, address);
  socket.write(words);
  const status = await statusOf(socket);
  socket.destroy();
  return status;
}

/** The status of the next answer on a connection; null where none comes within the time. */
export function statusOf(socket: Socket, milliseconds = 40_000): Promise<number | null> {
  return new Promise((resolve) => {
    let text = "";
    const settle = (status: number | null) => {
      clearTimeout(late);
      socket.off("data", take).off("close", leave);
      resolve(status);
    };
    const take = (chunk: Buffer) => {
      text += chunk.toString("latin1");
      const found = /^HTTP\/1\.1 (\d{3})/.exec(text);
      if (found) settle(Number(found[1]));
    };
    const leave = () => settle(null);
    const late = setTimeout(leave, milliseconds);
    socket.on("data", take).once("close", leave);
  });
}
