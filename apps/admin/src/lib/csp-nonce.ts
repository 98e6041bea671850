/** The nonce the server wrote into this page; style tags made at run time must carry it. */
export const cspNonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content;

/**
 * Gives every style tag made from here on the page's nonce. The component library takes a nonce for its own styles,
 * but its dialogs lock scrolling and measure scroll bars with style tags that nobody can hand one to.
 */
export function nonceForStyles(): void {
  if (cspNonce === undefined) return;
  const nonce = cspNonce;
  const create = document.createElement.bind(document);
  document.createElement = ((name: string, options?: ElementCreationOptions) => {
    const element = create(name, options);
    if (element instanceof HTMLStyleElement) element.nonce = nonce;
    return element;
  }) as typeof document.createElement;
}
