import type { Socket } from "node:net";
import { type Scene, signedIn } from "../scene/arena";
import { describeTimes, startBystanders } from "../scene/bystander";
import { type Answer, Client } from "../scene/client";
import { aim } from "../scene/figures";
import { readIds, withId } from "../scene/ids";
import { fileForm, makePdfBomb, makePngBomb } from "./packed";
import { openSocket, statusOf } from "../scene/raw";

const MB = 1024 * 1024;
export const BOUNCE_SECRET = "attack-attack-attack";

/** What is small on the way and large once it is read, and what is large on the way. Others read the catalog meanwhile. */
export async function run(scene: Scene): Promise<void> {
  const { server, figures } = scene;
  const others = startBystanders(server.origin, figures, 2);
  await sendPdfs(scene);
  await sendPictures(scene);
  await sendNested(scene);
  await sendNames(scene);
  await sendLong(scene);
  figures.notes.push(`meanwhile the catalog: ${describeTimes(await others.stop())}`);
}

async function sendPdfs({ server, figures }: Scene): Promise<void> {
  const client = new Client(server.origin, figures, "127.0.0.2");
  const bomb = makePdfBomb(1_500 * MB);
  aim(figures, bomb.length < 2 * MB, `the PDF has ${bomb.length} bytes`);
  const answers = await Promise.all(
    Array.from({ length: 6 }, () => client.ask("/verify", fileForm("file", "bomb.pdf", bomb))),
  );
  const words = answers.filter((answer) => answer?.status === 200 && answer.text.includes("too large to check"));
  aim(figures, words.length === answers.length, `${answers.length - words.length} PDF bombs were not refused in words`);
  const slowest = Math.max(...answers.map((answer) => answer?.took ?? Infinity));
  figures.notes.push(
    `6 PDFs of ${bomb.length} bytes that unpack to 1.5 GB: refused, the last after ${Math.round(slowest)} ms`,
  );
  const large = await client.ask("/verify", fileForm("file", "large.pdf", Buffer.alloc(6 * MB, 37)));
  aim(figures, large?.status === 413, `a file of 6 MB was answered ${large?.status}`);
  client.close();
}

async function sendPictures(scene: Scene): Promise<void> {
  const { figures, databaseFile } = scene;
  const admin = await signedIn(scene, "admin", "127.0.0.3");
  const [provider = ""] = readIds(databaseFile)("/admin/providers/:id");
  const address = withId("/admin/providers/:id/documents", provider);
  const svg = (inside: string) => Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>`);
  const pictures = {
    "SVG of <!--": svg("<!--".repeat(60_000)),
    "SVG of <!-- open": Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${"<!--".repeat(60_000)}`),
    "SVG of entities": Buffer.from(
      `<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa">${"bcdefghij"
        .split("")
        .map((name, at) => `<!ENTITY ${name} "${`&${"abcdefghij"[at]};`.repeat(10)}">`)
        .join("")}]><svg xmlns="http://www.w3.org/2000/svg"><text>&j;</text></svg>`,
    ),
    "SVG 40,000 deep": svg("<g>".repeat(20_000) + "</g>".repeat(20_000)),
    "SVG of attributes": svg(`<path d="${"M0 0".repeat(50_000)}"/>`),
    "SVG with script": svg("<script>window.hacked=1</script>"),
    "PNG of 200 MB": makePngBomb(10_000, 5_000),
  };
  for (const [name, bytes] of Object.entries(pictures)) {
    const fields = { intent: "show-image", kind: "seal" };
    const answer = await admin.ask(
      address,
      fileForm("image", name.startsWith("PNG") ? "a.png" : "a.svg", bytes, fields),
    );
    figures.notes.push(`${name}, ${bytes.length} bytes: ${answer?.status} after ${Math.round(answer?.took ?? 0)} ms`);
    aim(figures, isRefusal(answer) || name === "SVG of attributes", `${name} was taken (${answer?.status})`);
  }
  admin.close();
}

const isRefusal = (answer: Answer | null) => answer !== null && answer.status >= 400 && answer.status < 500;

async function sendNested(scene: Scene): Promise<void> {
  const { figures, server, databaseFile } = scene;
  const client = new Client(server.origin, figures, "127.0.0.4");
  const level = (at: number) => `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}\r\n`;
  const mail = Array.from({ length: 20_000 }, (_, at) => level(at)).join("");
  const headers = { Authorization: `Bearer ${BOUNCE_SECRET}`, "Content-Type": "message/rfc822" };
  const deep = await client.ask("/webhooks/mail-bounce", { method: "POST", headers, body: mail.slice(0, MB - 1) });
  aim(figures, isRefusal(deep), `a message 20,000 parts deep was answered ${deep?.status}`);
  const json = "[".repeat(MB / 2);
  const asJson = { ...headers, "Content-Type": "application/json" };
  const brackets = await client.ask("/webhooks/mail-bounce", { method: "POST", headers: asJson, body: json });
  aim(figures, isRefusal(brackets), `half a million brackets were answered ${brackets?.status}`);
  const coordinator = await signedIn(scene, "coordinator", "127.0.0.4");
  const [offering = ""] = readIds(databaseFile)("/coordinator/offerings/:id/register");
  const people = Array.from({ length: 20_000 }, (_, at) => `A${at},B,a${at}@example.org`).join("\n");
  const list = await coordinator.post(withId("/coordinator/offerings/:id/register", offering), {
    intent: "check",
    reason: "Everybody of the district.",
    list: people.slice(0, 999_000),
  });
  aim(figures, list?.status === 200 || isRefusal(list), `a list of 20,000 people was answered ${list?.status}`);
  figures.notes.push(`a list of 20,000 people: ${list?.status} after ${Math.round(list?.took ?? 0)} ms`);
  coordinator.close();
  client.close();
}

/** Names that once filled the memory, in every form that a visitor can post. */
async function sendNames({ server, figures }: Scene): Promise<void> {
  const client = new Client(server.origin, figures, "127.0.0.5");
  const names = ["email[100000000]", "__intent__", "__proto__", "hasOwnProperty", "__proto__[a]", "a".repeat(200_000)];
  for (const path of ["/sign-in", "/sign-up", "/forgot-password", "/reset-password", "/verify-email", "/invitation"]) {
    for (const name of names) {
      const answer = await client.post(path, { [name]: "x" });
      aim(figures, answer?.status === 400, `${path} with the name ${name.slice(0, 30)} was answered ${answer?.status}`);
    }
    const many = new URLSearchParams(Array.from({ length: 20_000 }, (_, at) => [`f${at}`, "x"]));
    const answer = await client.post(path, many);
    aim(figures, answer?.status === 400, `${path} with 20,000 fields was answered ${answer?.status}`);
  }
  client.close();
}

/** 300 MB to forms that take a quarter of one: with a true length, in chunks, and with lengths that are not true. */
async function sendLong({ server, figures }: Scene): Promise<void> {
  const head = (path: string, more: string) =>
    `POST ${path} HTTP/1.1\r\nHost: ${new URL(server.origin).host}\r\nContent-Type: application/x-www-form-urlencoded\r\n${more}\r\n\r\n`;
  const length = 300 * MB;
  const shape: Record<string, [string, boolean]> = {
    "300 MB": [head("/sign-in", `Content-Length: ${length}`), false],
    "300 MB in chunks": [head("/sign-in", "Transfer-Encoding: chunked"), true],
    "300 MB to /verify": [head("/verify", `Content-Length: ${length}`), false],
  };
  for (const [name, [words, chunked]] of Object.entries(shape)) {
    const socket = await openSocket(server.origin, "127.0.0.6");
    const answered = statusOf(socket);
    socket.write(words);
    await pour(socket, length, chunked);
    const status = await answered;
    socket.destroy();
    figures.notes.push(`${name}: ${status}`);
    aim(figures, status === 413, `${name} was answered ${status}`);
  }
  // A length that is larger than what comes, and then the line is cut; one that is smaller; two; none that is a number.
  for (const more of ["Content-Length: 1000", "Content-Length: 3", "Content-Length: 3\r\nContent-Length: 4"]) {
    const socket = await openSocket(server.origin, "127.0.0.6");
    socket.write(`${head("/sign-in", more)}email=a@example.org`);
    await statusOf(socket, 500);
    socket.destroy();
  }
  const both = await openSocket(server.origin, "127.0.0.6");
  both.write(`${head("/sign-in", "Content-Length: 3\r\nTransfer-Encoding: chunked")}0\r\n\r\n`);
  const status = await statusOf(both, 5_000);
  both.destroy();
  aim(figures, status === 400, `two lengths at once were answered ${status}`);
}

async function pour(socket: Socket, length: number, chunked: boolean): Promise<void> {
  const block = Buffer.alloc(MB, 97);
  const framed = chunked ? Buffer.concat([Buffer.from(`${MB.toString(16)}\r\n`), block, Buffer.from("\r\n")]) : block;
  for (let sent = 0; sent < length && !socket.destroyed; sent += MB) {
    if (!socket.write(framed)) {
      await new Promise<void>((resolve) => {
        const go = () => {
          socket.off("drain", go).off("close", go);
          resolve();
        };
        socket.once("drain", go).once("close", go);
      });
    }
  }
  if (chunked && !socket.destroyed) socket.write("0\r\n\r\n");
}
