import { findCycles } from '../../kernel/cycles.ts';
import { circle, type OpenPsaDefect, shown } from './defects.ts';
import { twice } from './names.ts';
import type { WrittenModel, WrittenParameter, WrittenValue } from './written.ts';

/** Probability of each basic event, in the order of the file; null where none is given or a defect is told. */
export function probabilities(model: WrittenModel, defects: OpenPsaDefect[]): (number | null)[] {
  const parameters = parametersByName(model, defects);
  const check = (value: WrittenValue | null): void => {
    if (value === null || typeof value === 'number' || parameters.has(value.parameter)) return;
    const message = `${shown(value.parameter)} is a parameter that is not defined`;
    defects.push({ code: 'UNKNOWN_PARAMETER', line: value.line, message });
  };
  for (const { value } of [...model.basicEvents, ...model.parameters]) check(value);
  const circles = findCycles(parameters.keys(), (name) => referred(parameters.get(name)), 1);
  for (const names of circles) {
    defects.push({
      code: 'CYCLE',
      line: parameters.get(names[0])!.line,
      message: circle('parameters', names),
    });
  }
  if (circles.length > 0) return model.basicEvents.map(() => null);
  return model.basicEvents.map(({ name, line, value }) => {
    const number = numberOf(value, parameters);
    if (number === null || (number >= 0 && number <= 1)) return number;
    defects.push({ code: 'PROBABILITY', line, message: `the probability of ${shown(name)} is ${number}` });
    return null;
  });
}

function parametersByName(model: WrittenModel, defects: OpenPsaDefect[]): Map<string, WrittenParameter> {
  const byName = new Map<string, WrittenParameter>();
  for (const parameter of model.parameters) {
    const first = byName.get(parameter.name);
    if (first) defects.push(twice(parameter.name, parameter.line, `a parameter of line ${first.line}`));
    else byName.set(parameter.name, parameter);
  }
  return byName;
}

function referred(parameter: WrittenParameter | undefined): string[] {
  const value = parameter?.value;
  return value && typeof value === 'object' ? [value.parameter] : [];
}

/** Follows references to parameters, which form no circle. */
function numberOf(
  value: WrittenValue | null,
  parameters: ReadonlyMap<string, WrittenParameter>,
): number | null {
  let at = value;
  while (at !== null && typeof at === 'object') at = parameters.get(at.parameter)?.value ?? null;
  return at;
}
