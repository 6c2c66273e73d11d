import { createPrivateKey, sign as signBytes } from "node:crypto";
import { DataIntegrityProof } from "@digitalbazaar/data-integrity";
import { cryptosuite } from "@digitalbazaar/eddsa-rdfc-2022-cryptosuite";
import { issue, verifyCredential } from "@digitalbazaar/vc";
import { composeBadge, type Json } from "~/microcredentials/badges/badge";
import { checkBadgeFile } from "~/microcredentials/badges/badge-file-check.server";
import { listBadges, prepareBadge } from "~/microcredentials/badges/badge.server";
import { badgeKeyOf, findDid } from "~/microcredentials/badges/issuer.server";
import { documentsOf, readingLoader } from "~/microcredentials/badges/linked-data.server";
import { signDueBadges } from "~/microcredentials/badges/sign-badges.server";
import { type Database, inTransaction } from "~/platform/database/database.server";
import { sha256 } from "~/platform/secrets/codes.server";
import { getSigningKey } from "~/platform/signing/signing-key.server";
import { systemContext } from "../support/context";
import { makePerson, psesd } from "../support/factories";
import { makeAward } from "../support/microcredentials/awards";
import { makeAssessor, makeCoordinator } from "../support/microcredentials/portfolios";
import { compare } from "./compare";

const COUNT = 50;
const ROUNDS = 7;

/** Badges signed, with their rows, audit and mail, and badges checked, against bare calls of the same library. */
export async function run(db: Database): Promise<void> {
  const ctx = systemContext(db);
  const by = { coordinator: makeCoordinator(db), assessor: makeAssessor(db), providerId: psesd(db).id };
  const { award } = makeAward(db, by, makePerson(db));
  await signDueBadges(ctx);
  const key = await getSigningKey(ctx, badgeKeyOf(psesd(db)));
  const did = (await findDid(db, psesd(db).id))!;
  const [badge] = listBadges(db, award.id);
  const place = { code: badge!.code, list: badge!.statusList, index: badge!.statusIndex };
  const privateKey = createPrivateKey(key.dataPrivateKey);
  const signer = {
    id: `${did.id}#${key.id}`,
    algorithm: "Ed25519",
    sign: ({ data }: { data: Uint8Array }) => Promise.resolve(new Uint8Array(signBytes(null, data, privateKey))),
  };
  const documentLoader = readingLoader(documentsOf([did]));
  const options = { documentLoader, now: new Date(ctx.now) };
  inTransaction(db, (tx) => {
    for (let i = 0; i < COUNT * (ROUNDS + 1); i++) prepareBadge(tx, ctx, award.id, "Bench");
  });
  const unsigned = composeBadge(badge!.parameters, place, { origin: "http://hourbook.test", hash: sha256 });
  await compare({
    name: `${COUNT} badges signed`,
    against: "floor: a bare loop of the same library over the same credential",
    rounds: ROUNDS,
    aim: 0.7,
    floor: async () => {
      for (let i = 0; i < COUNT; i++) {
        const suite = new DataIntegrityProof({ cryptosuite, signer, date: new Date(ctx.now) });
        await issue({ credential: structuredClone(unsigned), suite, ...options });
      }
    },
    ours: async () => {
      if ((await signDueBadges(ctx, COUNT)) !== COUNT) throw new Error("Not every badge was signed.");
    },
  });
  const credential = JSON.parse(badge!.credential!) as Json;
  const file = Buffer.from(badge!.credential!);
  await compare({
    name: `${COUNT} badges checked`,
    against: "floor: a bare loop of the same library over the same credential",
    rounds: ROUNDS,
    aim: 0.7,
    floor: async () => {
      for (let i = 0; i < COUNT; i++) {
        const suite = new DataIntegrityProof({ cryptosuite });
        const checkStatus = () => Promise.resolve({ verified: true });
        await verifyCredential({ credential: structuredClone(credential), suite, checkStatus, ...options });
      }
    },
    ours: async () => {
      for (let i = 0; i < COUNT; i++) {
        const { verdict } = await checkBadgeFile(file, [did]);
        if (verdict !== "signed") throw new Error("A badge does not verify.");
      }
    },
  });
}
