/** A result as text, equal when the results are. Maps are lists of their entries. */
export function digest(result: unknown): string {
  return (
    JSON.stringify(result, (_, value: unknown) => (value instanceof Map ? [...value] : value)) ?? ""
  );
}
