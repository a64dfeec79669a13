package org.juxian.embeddedmongo.network;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MessageHeader;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.channel.Channel;
import org.jspecify.annotations.Nullable;

/** A client's message. */
final class Request extends MongoMessage {
  private final boolean oneWay;
  private final @Nullable String unreadable;

  Request(
      Channel channel,
      MessageHeader header,
      Document document,
      boolean oneWay,
      @Nullable String unreadable) {
    super(channel, header, document);
    this.oneWay = oneWay;
    this.unreadable = unreadable;
  }

  /** Whether the client waits for no answer (write concern 0). */
  boolean isOneWay() {
    return oneWay;
  }

  /** Why the document could not be read; null if it was. */
  @Nullable String unreadable() {
    return unreadable;
  }
}
