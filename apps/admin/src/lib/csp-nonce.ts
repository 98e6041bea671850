/** The nonce the server wrote into this page; style tags made at run time must carry it. */
export const cspNonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content;
