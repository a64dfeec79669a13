package org.juxian.notification.delivering;

/** Where a delivery stands. */
public enum Status {
  /** Waits for its time. */
  QUEUED,
  /** Claimed by a replica, until {@link Delivery#due()}; if that passes the replica is gone. */
  SENDING,
  /** The provider has taken it. */
  SENT,
  /** It may have reached the provider, and it may not; it is not sent again by itself. */
  IN_DOUBT,
  /** The person has no address for this channel. */
  SKIPPED,
  /** The provider refused it for good, or it was tried for too long. */
  FAILED
}
