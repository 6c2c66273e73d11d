import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { onTestFinished } from "vitest";
import { findFreePort } from "../support/network/free-port";
import { until } from "../support/job-process";
import { makeOpenFolder } from "./returned-mail-server";

/** Whether a Postfix can be started here: it wants root. */
export const hasPostfix = existsSync("/usr/sbin/postfix") && process.getuid?.() === 0;

const SERVICES = `
smtp_port inet n - n - - smtpd
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 1 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
error unix - - n - - error
retry unix - - n - - error
local unix - n n - - local
smtp unix - - n - - smtp
anvil unix - - n - 1 anvil
postlog unix-dgram n - n - 1 postlogd
`;

/**
 * A real Postfix with an alias, until the test ends.
 * @param alias a line of /etc/aliases
 */
export async function startPostfix(alias: string) {
  const folder = makeOpenFolder();
  const at = (...parts: string[]) => path.join(folder, ...parts);
  for (const each of ["etc", "queue", "data", "log"]) mkdirSync(at(each));
  spawnSync("chown", ["postfix", at("data")]);
  const port = await findFreePort();
  writeFileSync(at("etc", "aliases"), `${alias}\npostmaster: /dev/null\n`);
  writeFileSync(at("etc", "master.cf"), SERVICES.replace("smtp_port", `127.0.0.1:${port}`));
  writeFileSync(at("etc", "main.cf"), settings(folder));
  chmodSync(at("etc"), 0o755);
  run("postalias", ["-c", at("etc"), `hash:${at("etc", "aliases")}`]);
  run("postfix", ["-c", at("etc"), "start"]);
  onTestFinished(() => void spawnSync("postfix", ["-c", at("etc"), "stop"], { stdio: "ignore" }));
  const log = () => (existsSync(at("log", "mail")) ? readFileSync(at("log", "mail"), "utf8") : "");
  await until(() => log().includes("daemon started"), "Postfix has started");
  return { url: `smtp://127.0.0.1:${port}`, log, flush: () => run("postqueue", ["-c", at("etc"), "-f"]) };
}

const settings = (folder: string) => `
compatibility_level = 3.6
queue_directory = ${folder}/queue
data_directory = ${folder}/data
command_directory = /usr/sbin
daemon_directory = /usr/lib/postfix/sbin
mail_owner = postfix
setgid_group = postdrop
myhostname = mx.hourbook.test
mydestination = hourbook.test
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mynetworks = 127.0.0.0/8
alias_maps = hash:${folder}/etc/aliases
alias_database =
local_recipient_maps =
maillog_file = ${folder}/log/mail
maillog_file_prefixes = ${folder}
minimal_backoff_time = 1s
maximal_backoff_time = 1s
queue_run_delay = 1s
`;

function run(command: string, args: string[]): void {
  const { status, stderr } = spawnSync(command, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`${command} ended with ${status}: ${stderr}`);
}
