import { Link } from "~/ui/Link";

/** A person's name in a list of the staff's: it leads to their page. */
export function PersonLink({ personId, name }: { personId: string; name: string }) {
  return (
    <Link to={`/people/${personId}`} className="link pointer-coarse:inline-block pointer-coarse:py-2">
      {name}
    </Link>
  );
}
