import { Notice, Section } from "~/ui/frame/Page";
import { PROBLEM_WORDS } from "./file-check";
import type { CheckedFile } from "./uploaded-file";
import { VerifiedDocument } from "./VerifiedDocument";
import { Link } from "~/ui/Link";

/** What became of a dropped file, in words: genuine, altered and in which digest, or unknown (D5). */
export function CheckedFileReport({ checked }: { checked: CheckedFile }) {
  const { name, verdict, verification } = checked;
  if (verdict === "genuine" && verification) {
    return (
      <>
        <Notice tone="info" title={`${name} is, bit by bit, the file that was issued`}>
          <p>Its signature is the provider’s. Whether it still stands is said next.</p>
        </Notice>
        <VerifiedDocument
          verification={verification}
          contact="The home address and phone stand on the paper; they are not shown here. They are in your file as they were issued, since nothing in it was changed."
        />
      </>
    );
  }
  if (verdict === "altered") return <Altered checked={checked} />;
  if (verdict === "several") return <Several checked={checked} />;
  if (verdict === "unchecked") {
    return (
      <Notice tone="attention" title={`${name} could not be checked`}>
        <p>{checked.problems.map((problem) => PROBLEM_WORDS[problem]).join(" ")} You can type its code instead.</p>
      </Notice>
    );
  }
  return (
    <Notice tone="danger" title={`${name} is unknown here`}>
      <p>
        It was not issued by this site, or so much of it was changed that nothing of ours is left. Do not rely on it. A
        scan or a photo is a new file: type its code instead.
      </p>
    </Notice>
  );
}

function Several({ checked: { name, codes } }: { checked: CheckedFile }) {
  return (
    <Notice tone="attention" title={`${name} was put together from ${codes.length} documents`}>
      <p>
        Put together, none of them is the file that was issued, so that it cannot be compared bit by bit. Ask for the
        single files, or open each record and compare every line:
      </p>
      <ul className="mt-2 grid gap-1">
        {codes.map((code) => (
          <li key={code}>
            <Link to={`/verify/${code}`} className="link inline-block font-mono pointer-coarse:py-3">
              {code}
            </Link>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Altered({ checked: { name, problems, differences, verification } }: { checked: CheckedFile }) {
  return (
    <>
      <Notice tone="danger" title={`${name} was altered: do not rely on it`}>
        <ul className="list-disc pl-5">
          {problems.map((problem) => (
            <li key={problem}>{PROBLEM_WORDS[problem]}</li>
          ))}
          {problems.length === 0 ? (
            <li>
              {verification
                ? "It is not the file that was issued under its code."
                : "It bears a signature of ours, but no document on record is this file."}
            </li>
          ) : null}
        </ul>
      </Notice>
      {differences.length > 0 ? (
        <Section title="Which digest differs">
          <dl className="grid gap-4">
            {differences.map(({ of, found, expected }) => (
              <div key={of} className="grid gap-1">
                <dt className="font-semibold">SHA-256 of {of}</dt>
                <dd className="font-mono text-[0.9375rem] break-all">This file: {found}</dd>
                <dd className="font-mono text-[0.9375rem] break-all">As issued: {expected}</dd>
              </div>
            ))}
          </dl>
        </Section>
      ) : null}
      {verification ? (
        <Section title="What is on record under its code">
          <p>
            <Link to={`/verify/${verification.parameters.code}`} className="link inline-block pointer-coarse:py-3">
              See every line of the document {verification.parameters.code}
            </Link>{" "}
            and compare.
          </p>
        </Section>
      ) : null}
    </>
  );
}
