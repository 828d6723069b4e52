/** Makes something when it is first needed, and then has it: much of what a search knows is needed by few questions. */
export function lazily<T extends object>(make: () => T): () => T {
  let made: T | null = null;
  return () => {
    made ??= make();
    return made;
  };
}
