import { Agent, request } from 'node:http';

/** What is to be read: an address, over and over, by one caller for each cookie, each one request at a time. */
export interface Reading {
  readonly url: string;
  readonly cookies: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  /** Requests in all. */
  readonly requests: number;
}

/** What was measured. */
export interface Measured {
  /** Bytes of one body as it came. */
  readonly bytes: number;
  readonly encoding: string;
  readonly etag: string;
  readonly seconds: number;
  /** Milliseconds of each request, ascending. */
  readonly times: readonly number[];
  /** Processor time of this process, in seconds. */
  readonly cpuSeconds: number;
}

// A process of its own, so that asking costs the server nothing; it ends with the one that forked it.
process.on('message', (reading: Reading) => {
  void measure(reading).then((measured) => process.send!(measured));
});

async function measure(reading: Reading): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: reading.cookies.length });
  const [first] = await Promise.all(reading.cookies.map((cookie) => get(agent, reading, cookie)));
  const times: number[] = [];
  let left = reading.requests;
  const cpu = process.cpuUsage();
  const begun = performance.now();
  const call = async (cookie: string): Promise<void> => {
    while (left-- > 0) {
      const at = performance.now();
      await get(agent, reading, cookie);
      times.push(performance.now() - at);
    }
  };
  await Promise.all(reading.cookies.map(call));
  const seconds = (performance.now() - begun) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  agent.destroy();
  return { ...first!, seconds, times: times.sort((a, b) => a - b), cpuSeconds: (user + system) / 1e6 };
}

function get(agent: Agent, { url, headers }: Reading, cookie: string) {
  return new Promise<Pick<Measured, 'bytes' | 'encoding' | 'etag'>>((resolve, reject) => {
    const asking = request(url, { agent, headers: { ...headers, cookie } }, (reply) => {
      let bytes = 0;
      reply.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
      });
      reply.on('error', reject);
      reply.on('end', () => {
        const { 'content-encoding': encoding = 'plain', etag = '' } = reply.headers;
        const wanted = headers['If-None-Match'] ? 304 : 200;
        if (reply.statusCode === wanted) resolve({ bytes, encoding, etag });
        else reject(new Error(`${url} answered ${reply.statusCode}, not ${wanted}`));
      });
    });
    asking.on('error', reject);
    asking.end();
  });
}
