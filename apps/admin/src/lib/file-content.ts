/** What the server takes of one file. */
export const LARGEST_FILE = 4 * 1024 * 1024;

/** A file's bytes in base64, by the browser's own reader: a data address without its head. */
export function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(reader.error ?? new Error('The file cannot be read.'));
    reader.readAsDataURL(file);
  });
}
