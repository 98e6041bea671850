/** Where a notice's duty is opened; null where the installation has no address that readers reach. */
export function linkFor(notice: {
  publicAddress: string | null;
  committeeId: string;
  taskId: string;
  /** Who will open it. */
  accountId: string;
}): string | null {
  const { publicAddress, committeeId, taskId } = notice;
  return publicAddress === null ? null : `${publicAddress}/c/${committeeId}/tasks/${taskId}`;
}
