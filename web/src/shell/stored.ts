/** A value kept in the browser under a key. Without storage, or if what is there is not of its kind, it is absent. */
export interface Stored<Value> {
  read(): Value | null;
  write(value: Value | null): void;
}

export function stored<Value>(key: string, valid: (value: unknown) => boolean): Stored<Value> {
  return {
    read() {
      try {
        const value: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
        return valid(value) ? (value as Value) : null;
      } catch {
        return null;
      }
    },
    write(value) {
      try {
        if (value === null) localStorage.removeItem(key);
        else localStorage.setItem(key, JSON.stringify(value));
      } catch {
        // Storage is full or forbidden: the choice holds until the page is left.
      }
    },
  };
}
