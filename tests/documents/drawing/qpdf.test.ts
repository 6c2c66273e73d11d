import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { ONE_OF_EACH, sampleCertificate } from "./document-samples";
import { drawn } from "./drawn";

// Outside of CI a machine may lack qpdf; there its absence fails the test.
const real = test.skipIf(!existsSync("/usr/bin/qpdf") && !process.env.CI);

const certificate = sampleCertificate();
const named = (legalName: string) => ({ ...certificate, educator: { ...certificate.educator, legalName } });

real.each([...ONE_OF_EACH, ["certificate in other scripts", named("ມະນີວັນ สมชาย မြင့်မြင့် ਹਰਪ੍ਰੀਤ ƛ̕ x̌ʷ")]] as const)(
  "qpdf finds nothing wrong in a %s",
  async (_name, parameters) => {
    const folder = mkdtempSync(path.join(tmpdir(), "hourbook-qpdf-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const file = path.join(folder, "document.pdf");
    writeFileSync(file, await drawn(parameters));
    const { status, stdout, stderr } = spawnSync("qpdf", ["--check", file], { encoding: "utf8" });
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("No syntax or stream encoding errors found");
  },
);
