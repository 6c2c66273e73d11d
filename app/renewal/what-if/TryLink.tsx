import { LinkButton } from "~/ui/Button";

/** From what can be taken to what it would do for one's certificate. */
export function TryLink({ id }: { id: string }) {
  return (
    <LinkButton to={`/certificate/what-if?try=${id}`} variant="secondary" size="sm">
      Try it for my certificate
    </LinkButton>
  );
}
