/** Without the keys whose value is undefined: absent and undefined are not the same in a file that is compared by hash. */
export type Clean<T> = T extends readonly (infer U)[]
  ? Clean<U>[]
  : T extends object
    ? { [K in keyof T as undefined extends T[K] ? never : K]: Clean<T[K]> } & {
        [K in keyof T as undefined extends T[K] ? K : never]?: Clean<Exclude<T[K], undefined>>;
      }
    : T;

export function clean<T extends object>(value: T): Clean<T> {
  return JSON.parse(JSON.stringify(value)) as Clean<T>;
}
