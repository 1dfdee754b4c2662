import { type OpenPsaDefect, shown } from './defects.ts';
import {
  type EventType,
  OPERATORS,
  type Operator,
  type WrittenFormula,
  type WrittenValue,
} from './written.ts';

/** An element of a file and what has been read in it. */
export interface Element {
  readonly element: string;
  readonly line: number;
  readonly attributes: Readonly<Record<string, string>>;
  readonly formulas: WrittenFormula[];
  readonly values: WrittenValue[];
  /** A defect inside it has been told: what seems to be missing is no further one. */
  broken: boolean;
}

/** Reads single elements; null where a defect is told. */
export class ElementReader {
  constructor(
    private readonly defect: (code: OpenPsaDefect['code'], line: number, message: string) => void,
  ) {}

  /** The one part that an element takes; null where there is another number, or a defect was told before. */
  single<T>(done: Element, parts: readonly T[]): T | null {
    if (parts.length === 1) return parts[0];
    if (!done.broken) {
      const what = `${done.element} ${shown(done.attributes.name ?? '')}`.trim();
      if (parts.length === 0) this.defect('NO_CHILDREN', done.line, `${what} has nothing below it`);
      else this.defect('CHILDREN', done.line, `${what} has ${parts.length} parts, not 1`);
    }
    return null;
  }

  formula(done: Element): WrittenFormula | null {
    const { element, line } = done;
    if (element === 'constant') return this.constant(done);
    if ((OPERATORS as readonly string[]).includes(element)) return this.operation(done, element as Operator);
    const name = this.attribute(done, 'name');
    if (name === null) return null;
    if (element !== 'event') return { kind: 'reference', type: element as EventType, name, line };
    const { type } = done.attributes;
    if (type !== undefined && !['gate', 'basic-event', 'house-event'].includes(type)) {
      this.defect('ATTRIBUTE', line, `type of <event> is '${shown(type)}'`);
      return null;
    }
    return { kind: 'reference', type: (type as EventType | undefined) ?? null, name, line };
  }

  private constant(done: Element): WrittenFormula | null {
    const value = this.attribute(done, 'value');
    if (value === 'true' || value === 'false') return { kind: 'constant', value: value === 'true' };
    if (value !== null)
      this.defect('ATTRIBUTE', done.line, `<constant> is '${shown(value)}', neither true nor false`);
    return null;
  }

  private operation(done: Element, kind: Operator): WrittenFormula | null {
    const { formulas: parts, line, broken } = done;
    const min = kind === 'atleast' || kind === 'cardinality' ? this.bound(done, 'min') : 0;
    const max = kind === 'cardinality' ? this.bound(done, 'max') : parts.length;
    if (broken || min === null || max === null) return null;
    if (parts.length === 0) {
      this.defect('NO_CHILDREN', line, `<${kind}> has nothing below it`);
      return null;
    }
    const wanted = kind === 'not' ? 1 : kind === 'imply' || kind === 'iff' ? 2 : null;
    if (wanted !== null && parts.length !== wanted) {
      this.defect('CHILDREN', line, `<${kind}> has ${parts.length} parts, not ${wanted}`);
      return null;
    }
    const least = kind === 'atleast' ? 1 : 0;
    if (min < least || min > max || max > parts.length) {
      const bounds = kind === 'atleast' ? `min ${min}` : `min ${min}, max ${max}`;
      this.defect('AT_LEAST', line, `<${kind}> has ${bounds} of ${parts.length} parts`);
      return null;
    }
    return { kind, parts, min, max };
  }

  private bound(done: Element, name: 'min' | 'max'): number | null {
    const text = this.attribute(done, name);
    if (text === null || /^\d{1,9}$/.test(text)) return text === null ? null : Number(text);
    this.defect(
      'AT_LEAST',
      done.line,
      `${name} of <${done.element}> is '${shown(text)}', not a whole number`,
    );
    return null;
  }

  value(done: Element): WrittenValue | null {
    const { element, line } = done;
    if (element === 'parameter') {
      const parameter = this.attribute(done, 'name');
      return parameter === null ? null : { parameter, line };
    }
    const text = this.attribute(done, 'value');
    if (text === null) return null;
    const form = element === 'int' ? /^[+-]?\d+$/ : /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
    if (form.test(text.trim())) return Number(text);
    this.defect('NOT_A_NUMBER', line, `<${element}> is '${shown(text)}'`);
    return null;
  }

  attribute(done: Element, name: string): string | null {
    const value = done.attributes[name];
    if (value !== undefined && value.trim() !== '') return value;
    this.defect('ATTRIBUTE', done.line, `<${done.element}> has no ${name}`);
    return null;
  }
}
