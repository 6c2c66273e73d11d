import type { Definition, MicrocredentialState } from "~/microcredentials/definitions/definition";
import { plural } from "~/platform/format";
import { Link } from "~/ui/Link";

interface DefinitionLinksProps {
  id: string;
  state: MicrocredentialState;
  /** Whether a version is being written; what is published stands on the page itself. */
  isDraft: boolean;
  definition: Pick<Definition, "criteria" | "evidence" | "stack">;
}

/** The pages that belong to a micro-credential, each with what it is for. */
export function DefinitionLinks({ id, state, isDraft, definition }: DefinitionLinksProps) {
  const { criteria, evidence, stack } = definition;
  const isStack = stack.length > 0;
  const pages = [
    ...(isDraft
      ? [
          { page: "criteria", label: "Change the criteria", about: plural(criteria.length, "criterion", "criteria") },
          { page: "evidence", label: "Change the evidence", about: plural(evidence.length, "part") },
        ]
      : []),
    ...(state === "draft"
      ? []
      : [
          { page: "awards", label: "Awards", about: "who holds it, and what became of it" },
          { page: "hours", label: "Clock hours", about: "what the committee decided" },
        ]),
    ...(state === "draft" || isStack
      ? []
      : [
          { page: "practice", label: "Practice", about: "what new assessors practise on" },
          { page: "evaluation", label: "How people were judged", about: "what candidates made of it" },
        ]),
  ];
  return (
    <nav aria-label="Pages of this micro-credential">
      <ul className="grid gap-x-6 gap-y-1 sm:grid-cols-2">
        {pages.map(({ page, label, about }) => (
          <li key={page}>
            <Link
              to={`/coordinator/microcredentials/${id}/${page}`}
              className="link font-semibold pointer-coarse:inline-block pointer-coarse:py-2"
            >
              {label}
            </Link>
            <span className="text-soft"> · {about}</span>
          </li>
        ))}
      </ul>
    </nav>
  );
}
