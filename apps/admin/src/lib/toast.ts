/** A short word that something was done, shown for a few seconds and read aloud. */
export interface Toast {
  readonly id: number;
  readonly text: string;
}

const SHOWN_FOR_MS = 5000;
let toasts: readonly Toast[] = [];
let nextId = 1;
const listeners = new Set<() => void>();

const publish = (next: readonly Toast[]) => {
  toasts = next;
  for (const listener of listeners) listener();
};

export function toast(text: string): void {
  const id = nextId++;
  publish([...toasts, { id, text }]);
  setTimeout(() => publish(toasts.filter((one) => one.id !== id)), SHOWN_FOR_MS);
}

export const toastStore = {
  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  read: () => toasts,
};
