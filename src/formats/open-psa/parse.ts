import { SaxesParser } from 'saxes';
import { type OpenPsaDefect, OpenPsaStop, shown } from './defects.ts';
import { type Element, ElementReader } from './elements.ts';
import { fate } from './grammar.ts';
import { ELEMENTS_MAX, NESTING_MAX } from './limits.ts';
import type { WrittenModel } from './written.ts';

/** What a file says, and what is wrong with its elements, each on its own. Throws where reading cannot go on. */
export async function parseOpenPsa(
  pieces: AsyncIterable<string> | Iterable<string>,
): Promise<{ model: WrittenModel; defects: OpenPsaDefect[] }> {
  const reader = new Reader();
  for await (const piece of pieces) reader.write(piece);
  reader.close();
  return reader;
}

class Reader {
  readonly model: WrittenModel = { gates: [], basicEvents: [], houseEvents: [], parameters: [] };
  readonly defects: OpenPsaDefect[] = [];
  /** Always as XML 1.0: in 1.1 names could hold control characters. */
  private readonly xml = new SaxesParser({ xmlns: false, defaultXMLVersion: '1.0', forceXMLVersion: true });
  private readonly read = new ElementReader((code, line, message) => this.defect(code, line, message));
  private readonly open: Element[] = [];
  /** Line on which the tag that is being read begins, or the last one ended. */
  private line = 1;
  /** How many elements deep we are in something that is passed over. */
  private passing = 0;
  private elements = 0;

  constructor() {
    const { xml } = this;
    xml.on('error', (error) => this.stop('XML_SYNTAX', error.message.replace(/^\d+:\d+: /, '')));
    xml.on('xmldecl', ({ encoding }) => {
      if (encoding !== undefined && !/^(utf-8|us-ascii)$/i.test(encoding)) {
        this.stop('NOT_UTF8', `the file says that it is ${shown(encoding)}`);
      }
    });
    xml.on('doctype', (text) => {
      if (text.trim() !== 'opsa-mef')
        this.stop('XML_DOCTYPE', 'the document type declares more than its name');
    });
    xml.on('opentagstart', () => {
      this.line = xml.line;
    });
    xml.on('opentag', ({ name, attributes }) => {
      this.opened(name, attributes);
      this.line = xml.line;
    });
    xml.on('closetag', () => {
      this.closed();
      this.line = xml.line;
    });
    xml.on('text', (text) => this.text(text));
    xml.on('cdata', (text) => this.text(text));
  }

  write(piece: string): void {
    this.xml.write(piece);
  }

  close(): void {
    this.xml.close();
  }

  private opened(element: string, attributes: Record<string, string>): void {
    const { line } = this;
    this.elements += 1;
    if (this.elements > ELEMENTS_MAX) this.stop('TOO_MANY_ELEMENTS', `more than ${ELEMENTS_MAX} elements`);
    const depth = this.open.length + this.passing;
    if (depth >= NESTING_MAX) this.stop('TOO_DEEP', `<${shown(element)}> lies too deep`);
    if (depth === 0 && element !== 'opsa-mef') {
      this.stop('NOT_OPEN_PSA', `the outermost element is ${shown(element)}`);
    }
    if (this.passing > 0 || (depth > 0 && this.isPassedOver(element, this.open.at(-1)!))) {
      this.passing += 1;
      return;
    }
    if (attributes.role === 'private') {
      this.defect('UNSUPPORTED', line, `<${element}> is private: its name holds only inside its container`);
    }
    this.open.push({ element, line, attributes, formulas: [], values: [], broken: false });
  }

  /** Whether an element is not read where it stands; tells why, unless it is only words. */
  private isPassedOver(element: string, within: Element): boolean {
    const what = fate(element, within.element);
    if (what === 'unsupported' || what === 'misplaced') {
      within.broken = true;
      const code = what === 'unsupported' ? 'UNSUPPORTED' : 'MISPLACED';
      this.defect(code, this.line, `<${shown(element)}> in <${within.element}>`);
    }
    return what !== 'read';
  }

  private text(text: string): void {
    if (this.passing > 0 || text.trim() === '') return;
    const breaksBefore = text.slice(0, text.search(/\S/)).split('\n').length - 1;
    this.defect('MISPLACED', this.line + breaksBefore, `the text '${shown(text.trim())}'`);
    const within = this.open.at(-1);
    if (within) within.broken = true;
  }

  private closed(): void {
    if (this.passing > 0) {
      this.passing -= 1;
      return;
    }
    const done = this.open.pop()!;
    const within = this.open.at(-1);
    if (!within) return;
    if (done.element.startsWith('define-')) this.define(done);
    else if (within.element === 'define-basic-event' || within.element === 'define-parameter') {
      const value = this.read.value(done);
      if (value === null) within.broken = true;
      else within.values.push(value);
    } else if (within.element !== 'opsa-mef') {
      const formula = this.read.formula(done);
      if (formula === null) within.broken = true;
      else within.formulas.push(formula);
    }
  }

  private define(done: Element): void {
    const { element, line } = done;
    if (element === 'define-fault-tree' || element === 'define-component') return;
    const name = this.read.attribute(done, 'name');
    if (name === null) return;
    if (element === 'define-gate') {
      const tree = this.open.find((open) => open.element === 'define-fault-tree')!.attributes.name ?? '';
      this.model.gates.push({ name, line, tree, formula: this.read.single(done, done.formulas) });
    } else if (element === 'define-house-event') {
      const value = done.formulas.length > 0 ? this.read.single(done, done.formulas) : null;
      // The standard: a house event is false unless it says otherwise.
      this.model.houseEvents.push({ name, line, value: value?.kind === 'constant' && value.value });
    } else {
      const list = element === 'define-parameter' ? this.model.parameters : this.model.basicEvents;
      list.push({ name, line, value: done.values.length > 0 ? this.read.single(done, done.values) : null });
    }
  }

  private defect(code: OpenPsaDefect['code'], line: number, message: string): void {
    this.defects.push({ code, line, message });
  }

  private stop(code: OpenPsaDefect['code'], message: string): never {
    throw new OpenPsaStop(code, this.xml.line, message);
  }
}
