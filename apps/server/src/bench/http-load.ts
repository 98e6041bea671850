import { Agent, get } from 'node:http';

export interface Load {
  readonly connections: number;
  readonly seconds: number;
  /** The address of one connection's next request. */
  readonly urlOf: (connection: number, request: number) => string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Each connection asks again as soon as it was answered. Answers how many requests a second were answered in full. */
export async function requestsPerSecond({ connections, seconds, urlOf, headers }: Load): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const begun = performance.now();
  const end = begun + seconds * 1000;
  let answered = 0;
  const work = async (connection: number) => {
    for (let request = 0; performance.now() < end; request++) {
      await fetchText(urlOf(connection, request), { agent, headers });
      answered++;
    }
  };
  try {
    await Promise.all(Array.from({ length: connections }, (_, connection) => work(connection)));
    return (answered / (performance.now() - begun)) * 1000;
  } finally {
    agent.destroy();
  }
}

/** The body of one answer; anything but 200 throws. */
export function fetchText(
  url: string,
  { agent, headers }: { agent?: Agent; headers: Readonly<Record<string, string>> },
): Promise<string> {
  return new Promise((resolve, reject) => {
    get(url, { headers, ...(agent === undefined ? {} : { agent }) }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        if (response.statusCode === 200) resolve(text);
        else reject(new Error(`${url} answered ${response.statusCode}: ${text.slice(0, 500)}`));
      });
    }).on('error', reject);
  });
}
