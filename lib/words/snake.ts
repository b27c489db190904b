/** Names in data use hyphens; keys of `_locales` may hold only letters, digits and underscores. */
export type Snake<S extends string> = S extends `${infer Head}-${infer Tail}` ? `${Head}_${Snake<Tail>}` : S;

export function snake<S extends string>(name: S): Snake<S> {
  return name.replaceAll('-', '_') as Snake<S>;
}
