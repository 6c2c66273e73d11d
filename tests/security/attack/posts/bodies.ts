import { gzipSync } from "node:zlib";
import type { Chance } from "#seed/demo/chance";
import type { Field } from "../scene/dictionary";

/** A body with the headers that it is sent with. */
export interface Body {
  headers: Record<string, string>;
  body: Buffer;
}

const FORM = "application/x-www-form-urlencoded";
const BOUNDARY = "----attack";

const encode = (text: string) => encodeURIComponent(text.toWellFormed());

const asForm = (fields: readonly Field[]): string =>
  fields.map(({ name, value, raw }) => `${encode(name)}=${raw ?? encode(value)}`).join("&");

function asParts(fields: readonly Field[], file: boolean): string {
  const quote = (text: string) => text.replaceAll(/[\r\n"]/g, (letter) => encode(letter));
  const parts = fields.map(
    ({ name, value }, index) =>
      `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${quote(name)}"` +
      (file && index === 0 ? '; filename="../../x.pdf"\r\nContent-Type: application/pdf' : "") +
      `\r\n\r\n${value}\r\n`,
  );
  return parts.join("");
}

const parts = (text: string, boundary = `; boundary=${BOUNDARY}`): Body => ({
  headers: { "Content-Type": `multipart/form-data${boundary}` },
  body: Buffer.from(text),
});

const form = (text: string | Buffer, type = FORM): Body => ({
  headers: { "Content-Type": type },
  body: Buffer.from(text as string),
});

const asObject = (fields: readonly Field[]) => Object.fromEntries(fields.map(({ name, value }) => [name, value]));

/** The ways of sending fields, right and wrong ones. */
const WAYS: readonly ((fields: readonly Field[]) => Body)[] = [
  (fields) => form(asForm(fields)),
  (fields) => form(asForm(fields)),
  (fields) => form(asForm(fields)),
  (fields) => parts(`${asParts(fields, false)}--${BOUNDARY}--\r\n`),
  (fields) => parts(`${asParts(fields, false)}--${BOUNDARY}--\r\n`),
  (fields) => parts(`${asParts(fields, true)}--${BOUNDARY}--\r\n`),
  (fields) => parts(asParts(fields, false)),
  (fields) => parts(asParts(fields, true).slice(0, -7)),
  (fields) => parts(`${asParts(fields, false)}--${BOUNDARY}--`, ""),
  (fields) => parts(`${asParts(fields, false)}--${BOUNDARY}--`, "; boundary="),
  (fields) => parts(`${asParts(fields, false)}--${BOUNDARY}--`, `; boundary="${"b".repeat(500)}"`),
  (fields) => parts(asParts(fields, false).replaceAll("\r\n", "\n")),
  () => parts("--".repeat(200)),
  (fields) => form(asForm(fields), `${FORM}; charset=utf-16`),
  (fields) => form(asForm(fields), `${FORM}; charset=nonsense`),
  (fields) => form(JSON.stringify(asObject(fields)), "application/json"),
  (fields) => form(JSON.stringify(asObject(fields))),
  (fields) => form(asForm(fields), "application/json"),
  (fields) => form(asForm(fields), "text/plain"),
  (fields) => form(asForm(fields), "text/x-unknown; ;;="),
  (fields) => form(asForm(fields), ""),
  () => form(""),
  () => ({ headers: {}, body: Buffer.alloc(0) }),
  (fields) => form(gzipSync(asForm(fields))),
  (fields) => {
    const { headers, body } = form(gzipSync(asForm(fields)));
    return { headers: { ...headers, "Content-Encoding": "gzip" }, body };
  },
  () => form(Buffer.from(Array.from({ length: 2_000 }, (_, index) => index & 255))),
  (fields) => form("&".repeat(3_000) + asForm(fields)),
  (fields) => form("=".repeat(3_000) + asForm(fields)),
];

/** Sends fields in one of all ways. */
export const inventBody = (chance: Chance, fields: readonly Field[]): Body => chance.pick(WAYS)(fields);
