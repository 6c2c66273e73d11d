// Somebody who downloads a file, as a process of its own: what that takes is theirs, and no look at the catalog waits for it.

process.on("message", ({ address, ...request }: RequestInit & { address: string }) => {
  void download(address, request).then((bytes) => process.send!(bytes));
});
process.send!("ready");

async function download(address: string, request: RequestInit): Promise<number> {
  const answer = await fetch(address, request);
  if (answer.status !== 200) throw new Error(`${address} was refused with ${answer.status}.`);
  let bytes = 0;
  for await (const chunk of answer.body as unknown as AsyncIterable<Uint8Array>) bytes += chunk.length;
  return bytes;
}
