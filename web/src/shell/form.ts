import { useCallback, useState } from 'react';

/** What a form holds, field by field; `field` gives what a text input wants. */
export function useForm<Values extends Record<string, string>>(initial: Values) {
  const [values, setValues] = useState(initial);
  const set = useCallback(
    (name: keyof Values, value: string) => setValues((now) => ({ ...now, [name]: value })),
    [],
  );
  const field = (name: keyof Values & string) => ({
    name,
    value: values[name],
    onChange: (event: { currentTarget: { value: string } }) => set(name, event.currentTarget.value),
  });
  return { values, set, field, reset: () => setValues(initial) };
}
