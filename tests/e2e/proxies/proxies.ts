import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";
import { makeCertificate } from "../../support/certificate";
import { findFreePort } from "../../support/network/free-port";

const NGINX = "/usr/sbin/nginx";
const CADDY = "/usr/bin/caddy";

/** Whether this machine has both proxies of which docs/operations.md speaks. */
export const hasProxies = existsSync(NGINX) && existsSync(CADDY);

function makeFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "hourbook-proxy-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const { key, cert } = makeCertificate();
  writeFileSync(path.join(folder, "key.pem"), key);
  writeFileSync(path.join(folder, "fullchain.pem"), cert);
  return folder;
}

/** nginx with the given site's file, in the foreground and without a right of its own. */
async function startNginx(folder: string, site: string, port: number): Promise<void> {
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (each) => `${each}_temp_path ${folder}/${each};`,
  );
  writeFileSync(
    path.join(folder, "nginx.conf"),
    `daemon off; pid ${folder}/pid; error_log stderr;
    events {}
    http { access_log off; ${temporary.join(" ")} ${site} }`,
  );
  await start(NGINX, ["-e", "stderr", "-c", path.join(folder, "nginx.conf")], port);
}

/** Starts nginx with docs/proxy/nginx.conf, whose names and ports alone are others. */
export async function startDocumentedNginx(behind: string, port: number): Promise<void> {
  const [folder, plain] = [makeFolder(), await findFreePort()];
  const site = readFileSync("docs/proxy/nginx.conf", "utf8")
    .replace("listen 80;", `listen 127.0.0.1:${plain};`)
    .replace("listen 443 ssl;", `listen 127.0.0.1:${port} ssl;`)
    .replaceAll("/etc/ssl/hourbook", folder)
    .replaceAll("hourbook.example.org", "localhost")
    .replace("http://127.0.0.1:3000", behind);
  await startNginx(folder, site, port);
}

/** Starts nginx as it comes: it passes requests on and nothing of where they were sent. */
export async function startPlainNginx(behind: string, port: number): Promise<void> {
  await startNginx(makeFolder(), `server { listen 127.0.0.1:${port}; location / { proxy_pass ${behind}; } }`, port);
}

/** Starts Caddy with docs/proxy/Caddyfile, under another name and with a certificate of the test's. */
export async function startDocumentedCaddy(behind: string, port: number): Promise<void> {
  const folder = makeFolder();
  const site = readFileSync("docs/proxy/Caddyfile", "utf8")
    .replace("hourbook.example.org {", `https://localhost:${port} {\n\ttls ${folder}/fullchain.pem ${folder}/key.pem`)
    .replace("127.0.0.1:3000", new URL(behind).host);
  const file = path.join(folder, "Caddyfile");
  writeFileSync(file, `{\n\tadmin off\n\tauto_https off\n\tstorage file_system ${folder}\n}\n${site}`);
  await start(CADDY, ["run", "--config", file, "--adapter", "caddyfile"], port, { HOME: folder });
}

async function start(program: string, args: string[], port: number, environment = {}): Promise<void> {
  const child = spawn(program, args, { env: { ...process.env, ...environment }, stdio: ["ignore", "ignore", "pipe"] });
  onTestFinished(() => void child.kill("SIGTERM"));
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
  for (let tries = 0; tries < 200; tries++) {
    if (child.exitCode !== null) break;
    if (await answers(port)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${program} does not serve:\n${said}`);
}

const answers = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => resolve(socket.destroy() !== null));
    socket.once("error", () => resolve(false));
  });
