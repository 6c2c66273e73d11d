import { Link } from "~/ui/Link";

interface TemplateChoiceProps {
  templates: { id: string; name: string }[];
  /** The page that begins with a template. */
  hrefOf: (id: string) => string;
}

/** The templates with which something new can begin. */
export function TemplateChoice({ templates, hrefOf }: TemplateChoiceProps) {
  if (templates.length === 0) return null;
  return (
    <p className="flex flex-wrap gap-x-4 gap-y-1">
      <span className="text-soft">Begin with a template:</span>
      {templates.map(({ id, name }) => (
        <Link key={id} to={hrefOf(id)} reloadDocument className="link pointer-coarse:inline-block pointer-coarse:py-2">
          {name}
        </Link>
      ))}
    </p>
  );
}
