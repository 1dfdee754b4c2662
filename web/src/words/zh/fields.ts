import type { fieldsEn } from '../en/fields.ts';
import { HELP_ZH } from './field-help.ts';
import { CHOICES_ZH, LABELS_ZH } from './field-labels.ts';

/** Names of the fields of the inputs, their help and the values they choose from, in Chinese. */
const fieldsZh: typeof fieldsEn = {
  label: (name) => LABELS_ZH[name] ?? name,
  help: (text) => HELP_ZH[text] ?? text,
  choice: (value) => CHOICES_ZH[value] ?? value,
};

export default fieldsZh;
