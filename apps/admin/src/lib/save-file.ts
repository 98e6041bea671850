/** Hands a file to the browser to keep, under its own name. */
export function saveFile(file: File): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = file.name;
  link.click();
  // The download holds the file by itself once it has begun.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
