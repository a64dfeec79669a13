package org.juxian.notification.delivering;

/** Hands messages of one channel over to the world. */
public interface Provider {

  Channel channel();

  /** Hands it over, or says why not; throws nothing for what can be expected of a network. */
  Handover send(Envelope envelope);
}
