/**
 * Ctrl-C reaches us two or three times: from the terminal, which signals the whole process group, and again from npm
 * and the bootstrap, which pass it on. Only a press clearly after the first is a second wish: "now!".
 */
const SAME_PRESS_MS = 700;

export function watchSignals() {
  let firstAt;
  let onStop;
  let onForce;
  const stopping = new Promise((resolve) => {
    onStop = resolve;
  });
  const forced = new Promise((resolve) => {
    onForce = resolve;
  });
  const ask = () => {
    firstAt ??= Date.now();
    if (Date.now() - firstAt > SAME_PRESS_MS) onForce();
    onStop();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, ask);
  if (process.channel) {
    process.once('disconnect', ask);
    process.channel.unref();
  }
  return { stopping, forced, isStopping: () => firstAt !== undefined };
}
