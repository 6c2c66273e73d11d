import type { ComponentType } from "react";

export type ExampleProps = Record<string, unknown> & { personName: string };
export interface Template {
  default: ComponentType<ExampleProps> & { PreviewProps: ExampleProps };
}

const found = import.meta.glob<Template>(["../../emails/*/*.tsx", "!../../emails/parts/*"], { eager: true });

/** Every template with the name of its file. */
export const TEMPLATES: readonly (readonly [string, Template])[] = Object.entries(found).map(
  ([path, template]) => [path.replace(/^.*\/|\.tsx$/g, ""), template] as const,
);

/** What the preview shows in the message of a kind. */
export function exampleOf(kind: string): ExampleProps {
  const [, template] = TEMPLATES.find(([name]) => name === kind)!;
  return template.default.PreviewProps;
}
