/**
 * Loaded into the server before its own code: when the launcher is gone, however it ended, the server goes too.
 * The channel must not keep an otherwise finished server alive, hence unref.
 */
process.once('disconnect', () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  process.kill(process.pid, 'SIGTERM');
});
process.channel?.unref();
