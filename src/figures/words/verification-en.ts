/** Words on verification along the chain and the slots of host lines, in English. */
export const verificationEn = {
  part: 'Verification along the chain',
  pathCaption: (product: string, level: string, open: string | null) =>
    `Verifications whose delay delays ${product} at ${level} of need${open === null ? '' : `, open from ${open} on the most likely course`}`,
  buyCaption: 'Slots of which one more would be worth most',
  lead: 'On the most likely course every stage passes and takes its most likely time. What one more slot is worth is its price in the plan.',
  columns: {
    project: 'Project',
    verification: 'Verified at',
    from: 'From',
    to: 'Until',
    waitsFor: 'Waits for',
    slots: 'Slots',
    resource: 'Slots',
    period: 'In',
    used: 'Used',
    available: 'Available',
    worth: 'Worth of one more',
  },
  onPath: (project: string, adopter: string | null, from: string, to: string, waits: string, slots: string) =>
    `${project} is verified${adopter === null ? '' : ` at ${adopter}`} from ${from} to the end of ${to}${waits === '' ? '' : `, once reached: ${waits}`}${slots === '' ? '' : `; on ${slots}`}.`,
  slots: (amount: string, resource: string) => `${amount} of ${resource}`,
  oneMore: (resource: string, period: string, worth: string) =>
    `One more of ${resource} in ${period} is worth ${worth}.`,
  noPath: 'No verification stands on the critical path.',
  textHead: (product: string, level: string) =>
    `Verification, the critical path to ${product} at ${level} of need:`,
  resourceOnPath: (projects: string) => `Verifications on the critical path use it: ${projects}.`,
};
