/** Labels of fields whose name says too little. */
const LABELS: Readonly<Record<string, string>> = {
  id: 'Id',
  name_zh: 'Chinese name',
  k: 'How many (k)',
  q: 'Chance of the approach (q)',
  r: 'Chance of the team (r)',
  trl: 'Readiness from, to (TRL)',
  of: 'In place of',
  by: 'By',
  url: 'Address',
  asOf: 'As of',
  privateNpv: 'Private net present value',
};

const plain = (name: string): string => {
  const words = name
    .replaceAll(/[_-]/g, ' ')
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** Names of the fields of the inputs, their help and the values they choose from, in English. */
export const fieldsEn = {
  label: (name: string): string => LABELS[name] ?? plain(name),
  help: (text: string): string => text,
  choice: (value: string): string => value.replaceAll('-', ' '),
};
