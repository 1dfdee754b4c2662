import type { Run } from '../../src/contract/api/runs.ts';

/** An event of a run, as a browser hears it. */
export interface Heard {
  readonly event: string;
  readonly run: Run;
}

/** The events of a run in a stream of server-sent events. */
export async function* heardIn({ body }: Response): AsyncGenerator<Heard> {
  let text = '';
  for await (const chunk of body!) {
    text += new TextDecoder().decode(chunk as Uint8Array);
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const [, event, data] = /^event: (\w+)\ndata: (.*)$/.exec(text.slice(0, end)) ?? [];
      text = text.slice(end + 2);
      if (event) yield { event, run: JSON.parse(data!) };
    }
  }
}
