// Members of an object that are fetched when one of them is first looked at. It fetches once, and nothing else.

/** Gives an object further members; looking at one, or setting it, fetches all of them. */
export function lazily<T extends object, U extends object>(
  target: T,
  names: readonly (keyof U & string)[],
  fetch: () => U,
): T & U {
  const whole = target as T & U;
  const settle = (): void => {
    const fetched = fetch();
    for (const name of names)
      Object.defineProperty(whole, name, {
        value: fetched[name],
        writable: true,
        enumerable: true,
        configurable: true,
      });
  };
  for (const name of names)
    Object.defineProperty(whole, name, {
      get: () => (settle(), whole[name]),
      set: (value: U[typeof name]) => {
        settle();
        Object.assign(whole, { [name]: value });
      },
      enumerable: true,
      configurable: true,
    });
  return whole;
}

/** A function that works out its answer once. */
export function once<T>(work: () => T): () => T {
  let done: { readonly answer: T } | undefined;
  return () => (done ??= { answer: work() }).answer;
}
