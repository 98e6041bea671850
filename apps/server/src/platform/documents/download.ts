import { extname } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.pdf': 'application/pdf',
};

/**
 * A file as an answer: kept under its name, not opened in the page, never from a cache. The name may be Chinese
 * (RFC 5987); for readers that know only ASCII it is the file's kind. Signs no file system takes are left out.
 */
export function download(bytes: Uint8Array<ArrayBuffer>, wanted: string) {
  const kind = extname(wanted);
  const type = types[kind];
  if (type === undefined) throw new Error(`Files of the kind ${kind} are not sent.`);
  const name = wanted.replace(/[\p{Cc}\\/:*?"<>|]/gu, '');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return {
    headers: {
      'content-disposition': `attachment; filename="document${kind}"; filename*=UTF-8''${encoded}`,
      'cache-control': 'no-store',
    },
    body: new File([bytes], name, { type }),
  };
}
