package org.juxian.embeddedmongo.values;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.wire.BsonConstants;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import org.jspecify.annotations.Nullable;

/** Turns documents into BSON bytes, the form in which they rest in memory and on disk, and back. */
public final class Bytes {
  private Bytes() {}

  public static byte[] encode(Document document) {
    ByteBuf buffer = Unpooled.buffer(512);
    BsonEncoder.encodeDocument(document, buffer);
    if (buffer.readableBytes() > BsonConstants.MAX_BSON_OBJECT_SIZE) {
      throw new MongoServerError(
          10334,
          "BSONObjectTooLarge",
          "object to insert too large. size in bytes: " + buffer.readableBytes());
    }
    return ByteBufUtil.getBytes(buffer);
  }

  /** The _id, which stands in front: the rest need not be read. */
  public static @Nullable Object id(byte[] bson) {
    ByteBuf buffer = Unpooled.wrappedBuffer(bson).skipBytes(Integer.BYTES);
    byte type = buffer.readByte();
    return BsonDecoder.decodeCString(buffer).equals("_id")
        ? BsonDecoder.decodeValue(type, buffer)
        : decode(bson).get("_id");
  }

  public static Document decode(byte[] bson) {
    return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bson));
  }
}
