import { FileText, Link2 } from "lucide-react";
import { formatBytes } from "~/platform/format";
import { labelOf } from "~/platform/files/kept-type";
import type { Material } from "./material.server";

/** What a material is, beside its title: "PDF, 1.2 MB", or the site that a link leads to. */
export function materialKind({ link, contentType, size }: Material): string {
  if (link) return URL.canParse(link) ? new URL(link).hostname : "Link";
  return `${labelOf(contentType ?? "")}, ${formatBytes(size ?? 0)}`;
}

/** The way to a material: a file to save, or another site in a tab of its own. */
export function MaterialLink({ material }: { material: Material }) {
  const Icon = material.link ? Link2 : FileText;
  const way = material.link
    ? { href: material.link, target: "_blank", rel: "noopener noreferrer" }
    : { href: `/materials/${material.id}` };
  return (
    <span className="flex min-w-0 items-baseline gap-2">
      <Icon aria-hidden size={18} className="shrink-0 translate-y-0.5 text-soft" />
      <span className="min-w-0 wrap-anywhere">
        <a {...way} className="link inline-block py-1 pointer-coarse:py-2.5">
          {material.title}
        </a>{" "}
        <span className="text-[0.9375rem] text-soft">{materialKind(material)}</span>
      </span>
    </span>
  );
}

/** Handouts, slides and pages of an offering, in their order. */
export function MaterialList({ materials }: { materials: Material[] }) {
  return (
    <ul className="grid gap-1">
      {materials.map((material) => (
        <li key={material.id}>
          <MaterialLink material={material} />
        </li>
      ))}
    </ul>
  );
}
